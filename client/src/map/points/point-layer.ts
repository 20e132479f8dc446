/**
 * Draws single reports straight from the buffer that the server sends: three words a report go to the graphics card as
 * they are, and it places, spreads and colours each. A drawing of its own, as a source of features would take a hundred
 * times the memory and stop the map at some ten thousand.
 */
import { KINDS_PER_FEELING } from "@trygg/shared/reports/kind.ts";
import { type Points, WORDS_PER_POINT } from "@trygg/shared/reports/points.ts";
import type { CustomLayerInterface, Map } from "maplibre-gl";
import { type GridInWorld, gridInWorld } from "./grid-in-world.ts";

export interface PointLook {
  /** Colours as `#rrggbb`. */
  unsafe: string;
  safe: string;
  edge: string;
}

export interface PointLayer {
  layer: CustomLayerInterface;
  show(points: Points, look: PointLook): void;
}

/** Radius in pixels at a zoom, between which it grows evenly. */
const RADII = [
  [14, 2.5],
  [16, 4.5],
  [19, 8],
] as const;
/** Metres to each side over which the reports of one point are spread; the points stand 10 m apart. */
const SPREAD = 4;

const VERTEX = `#version 300 es
uniform mat4 u_matrix;
uniform vec2 u_east, u_north, u_both, u_east2, u_north2;
uniform vec2 u_origin;
uniform uint u_width;
uniform float u_step, u_spread, u_size;
uniform vec3 u_colours[2];
in uvec3 a_point;
out vec3 v_colour;

uint mixed(uint x) {
  x ^= x >> 16; x *= 0x7feb352du;
  x ^= x >> 15; x *= 0x846ca68bu;
  return x ^ (x >> 16);
}

void main() {
  uint cell = a_point.x;
  // Told by the report itself, so that it stays where it is whatever else is filtered away.
  uint chance = mixed(cell + mixed(a_point.y + mixed(a_point.z)));
  vec2 spread = vec2(float(chance & 0xffffu), float(chance >> 16)) / 32767.5 - 1.0;
  vec2 at = u_origin + vec2(float(cell % u_width), float(cell / u_width)) * u_step + spread * u_spread;
  vec2 world = at.x * u_east + at.y * u_north + at.x * at.y * u_both + at.x * at.x * u_east2 + at.y * at.y * u_north2;
  gl_Position = u_matrix * vec4(world, 0.0, 1.0);
  gl_PointSize = u_size;
  uint kind = (a_point.z >> 16) & 0xffu;
  v_colour = u_colours[min(kind / ${KINDS_PER_FEELING}u, 1u)];
}`;

const FRAGMENT = `#version 300 es
precision highp float;
uniform vec3 u_edge;
uniform float u_size, u_rim;
in vec3 v_colour;
out vec4 colour;

void main() {
  float out_by = (length(gl_PointCoord - 0.5) - 0.5) * u_size;
  float covers = clamp(-out_by, 0.0, 1.0);
  float inside = clamp(-out_by - u_rim, 0.0, 1.0);
  float opacity = mix(1.0, 0.75, inside) * covers;
  colour = vec4(mix(u_edge, v_colour, inside) * opacity, opacity);
}`;

const UNIFORMS = [
  "matrix",
  "east",
  "north",
  "both",
  "east2",
  "north2",
  "origin",
  "width",
  "step",
  "spread",
  "size",
  "colours",
  "edge",
  "rim",
] as const;

/** What stands on the graphics card. */
interface Drawing {
  program: WebGLProgram;
  buffer: WebGLBuffer;
  array: WebGLVertexArrayObject;
  at: Record<(typeof UNIFORMS)[number], WebGLUniformLocation | null>;
}

export function makePointLayer(id: string): PointLayer {
  let map: Map | undefined;
  let drawing: Drawing | undefined;
  let shown: { points: Points; look: PointLook; place: Place } | undefined;
  let uploaded: Points | undefined;

  const layer: CustomLayerInterface = {
    id,
    type: "custom",
    renderingMode: "2d",
    onAdd(on) {
      map = on;
      drawing = undefined;
    },
    onRemove(_, gl) {
      if (drawing) forget(gl, drawing);
      [map, drawing] = [undefined, undefined];
    },
    render(gl, { defaultProjectionData }) {
      if (!map || !shown || shown.points.words.length === 0) return;
      // A context that was lost takes everything with it.
      if (!drawing || !gl.isProgram(drawing.program)) {
        drawing = prepare(gl);
        uploaded = undefined;
      }
      const { points, look, place } = shown;
      const { program, buffer, array, at } = drawing;
      gl.useProgram(program);
      gl.bindVertexArray(array);
      if (uploaded !== points) {
        gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
        gl.bufferData(gl.ARRAY_BUFFER, points.words, gl.STATIC_DRAW);
        uploaded = points;
      }
      const ratio = map.getPixelRatio();
      const size = 2 * (radiusAt(map.getZoom()) + 1) * ratio;
      gl.uniformMatrix4fv(at.matrix, false, movedTo(defaultProjectionData.mainMatrix, place.grid.middle));
      for (const name of ["east", "north", "both", "east2", "north2"] as const)
        gl.uniform2fv(at[name], place.grid[name]);
      gl.uniform2fv(at.origin, place.origin);
      gl.uniform1ui(at.width, points.head.width);
      gl.uniform1f(at.step, points.head.step);
      gl.uniform1f(at.spread, SPREAD);
      gl.uniform1f(at.size, size);
      gl.uniform1f(at.rim, ratio);
      gl.uniform3fv(at.colours, [...rgb(look.unsafe), ...rgb(look.safe)]);
      gl.uniform3fv(at.edge, rgb(look.edge));
      gl.enable(gl.BLEND);
      gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
      gl.drawArrays(gl.POINTS, 0, points.words.length / WORDS_PER_POINT);
      gl.bindVertexArray(null);
    },
  };

  return {
    layer,
    show(points, look) {
      shown = { points, look, place: shown?.points === points ? shown.place : placeOf(points) };
      map?.triggerRepaint();
    },
  };
}

/** The grid of the points round its middle, where float precision is best. */
interface Place {
  grid: GridInWorld;
  /** South-west corner, in metres from the middle. */
  origin: [number, number];
}

function placeOf({ head: { east, north, step, width, height } }: Points): Place {
  const origin: [number, number] = [(-width * step) / 2, (-height * step) / 2];
  return { grid: gridInWorld({ east: east - origin[0], north: north - origin[1] }), origin };
}

/** A matrix that takes positions from another place than the corner of the world. */
function movedTo(matrix: ArrayLike<number>, [x, y]: readonly [number, number]): Float32Array {
  const moved = Float32Array.from(matrix);
  for (let row = 0; row < 4; row++)
    moved[12 + row] =
      (matrix[row] as number) * x + (matrix[4 + row] as number) * y + (matrix[12 + row] as number);
  return moved;
}

function radiusAt(zoom: number): number {
  const [first, , last] = RADII;
  if (zoom <= first[0]) return first[1];
  for (const [index, [to, wide]] of RADII.entries()) {
    const [from, narrow] = RADII[index - 1] ?? first;
    if (zoom < to) return narrow + ((zoom - from) / (to - from)) * (wide - narrow);
  }
  return last[1];
}

const rgb = (colour: string): [number, number, number] => {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  return [parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0];
};

function prepare(gl: WebGL2RenderingContext): Drawing {
  const program = gl.createProgram();
  for (const [type, text] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(type);
    // Only a lost context has none; the next frame tries again.
    if (!shader) continue;
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost())
    throw new Error(`the points cannot be drawn: ${gl.getProgramInfoLog(program)}`);
  const [buffer, array] = [gl.createBuffer(), gl.createVertexArray()];
  gl.bindVertexArray(array);
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  const attribute = gl.getAttribLocation(program, "a_point");
  gl.enableVertexAttribArray(attribute);
  gl.vertexAttribIPointer(attribute, WORDS_PER_POINT, gl.UNSIGNED_INT, 0, 0);
  const at = Object.fromEntries(
    UNIFORMS.map((name) => [name, gl.getUniformLocation(program, `u_${name}`)]),
  ) as Drawing["at"];
  return { program, buffer, array, at };
}

function forget(gl: WebGL2RenderingContext, { program, buffer, array }: Drawing): void {
  gl.deleteProgram(program);
  gl.deleteBuffer(buffer);
  gl.deleteVertexArray(array);
}
