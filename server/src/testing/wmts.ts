/** What a WMTS tells of itself, in the two forms that services in use have. */

const WORLD_SCALE = 559_082_264.028_717_8;

const matrices = (prefix: string) =>
  Array.from(
    { length: 19 },
    (_, zoom) => `<TileMatrix>
      <ows:Identifier>${prefix}${zoom}</ows:Identifier>
      <ScaleDenominator>${WORLD_SCALE / 2 ** zoom}</ScaleDenominator>
      <TopLeftCorner>-20037508.3427892 20037508.3427892</TopLeftCorner>
      <TileWidth>256</TileWidth><TileHeight>256</TileHeight>
      <MatrixWidth>${2 ** zoom}</MatrixWidth><MatrixHeight>${2 ** zoom}</MatrixHeight>
    </TileMatrix>`,
  ).join("");

/** Two tile matrix sets; only the second is one that web maps draw. */
const sets = (prefix: string) => `
  <TileMatrixSet>
    <ows:Identifier>3006</ows:Identifier><ows:SupportedCRS>urn:ogc:def:crs:EPSG::3006</ows:SupportedCRS>
    <TileMatrix>
      <ows:Identifier>0</ows:Identifier><ScaleDenominator>14628571.428571</ScaleDenominator>
      <TopLeftCorner>-1200000 8500000</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight>
    </TileMatrix>
  </TileMatrixSet>
  <TileMatrixSet>
    <ows:Identifier>3857</ows:Identifier><ows:SupportedCRS>urn:ogc:def:crs:EPSG:6.18:3:3857</ows:SupportedCRS>
    ${matrices(prefix)}
  </TileMatrixSet>`;

const document = (origin: string, layers: string, prefix: string) => `<?xml version="1.0" encoding="UTF-8"?>
<Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.0.0">
  <ows:ServiceProvider><ows:ProviderName>Karlshamns kommun &amp; vänner</ows:ProviderName></ows:ServiceProvider>
  <ows:OperationsMetadata>
    <ows:Operation name="GetTile"><ows:DCP><ows:HTTP><ows:Get xlink:href="${origin}/wmts?"/></ows:HTTP></ows:DCP></ows:Operation>
  </ows:OperationsMetadata>
  <Contents>${layers}${sets(prefix)}</Contents>
</Capabilities>`;

const layer = (name: string, set: string, resource: string) => `
  <Layer>
    <ows:Identifier>${name}</ows:Identifier>
    <ows:WGS84BoundingBox><ows:LowerCorner>10 55</ows:LowerCorner><ows:UpperCorner>25 69.5</ows:UpperCorner></ows:WGS84BoundingBox>
    <Style isDefault="true"><ows:Identifier>default</ows:Identifier></Style>
    <Format>image/png</Format>
    <Dimension><ows:Identifier>Time</ows:Identifier><Default>2026</Default><Value>2026</Value></Dimension>
    <TileMatrixSetLink><TileMatrixSet>${set}</TileMatrixSet></TileMatrixSetLink>
    ${resource}
  </Layer>`;

/** Addresses of tiles as templates. */
export const restCapabilities = (origin: string) =>
  document(
    origin,
    layer("national", "3006", "") +
      layer(
        "karta",
        "3857",
        `<ResourceURL format="image/png" resourceType="tile" template="${origin}/1.0.0/karta/{Style}/{Time}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.png"/>`,
      ),
    "",
  );

/** No addresses of tiles, only a query, with matrices that carry the name of their set. */
export const queryCapabilities = (origin: string) =>
  document(origin, layer("karta", "3857", ""), "EPSG:3857:");

/** Nothing but the national grid. */
export const nationalCapabilities = (origin: string) => document(origin, layer("national", "3006", ""), "");
