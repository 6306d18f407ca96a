// Formatted text of a survey, whoever wrote it: nothing in it runs, sends or fetches anything.
import { expect, test } from 'vitest';
import { safeHtml } from '../../../client/components/survey/safeHtml.ts';

test.each([
  ['<p>Läs <b>detta</b> &amp; <i>det</i></p>', '<p>Läs <b>detta</b> &amp; <i>det</i></p>'],
  ['<ul><li>ett<li>två</ul>', '<ul><li>ett</li><li>två</li></ul>'],
  ['a < b', 'a &lt; b'],
  ['<script>alert(1)</script>kvar', 'kvar'],
  ['<p onclick="alert(1)" style="position:fixed" class="x" id="y">hej</p>', '<p>hej</p>'],
  ['<img src=x onerror=alert(1)>efter', 'efter'],
  ['<svg><script>alert(1)</script><a href="https://x.se"><text>bild</text></a></svg>', 'bild'],
  ['<iframe srcdoc="<script>alert(1)</script>">x</iframe>efter', 'efter'],
  ['<form action="https://x.se"><input name="a">fyll i</form>', 'fyll i'],
  ['<a href="javascript:alert(1)">länk</a>', '<a>länk</a>'],
  ['<a href="java&#115;cript:alert(1)">länk</a>', '<a>länk</a>'],
  ['<a href=" JAVASCRIPT:alert(1)">länk</a>', '<a>länk</a>'],
  ['<a href="data:text/html,x">länk</a>', '<a>länk</a>'],
  ['<a href="//x.se/y">länk</a>', '<a>länk</a>'],
  [
    '<a href="https://x.se/?a=1&b=2">länk</a>',
    '<a href="https://x.se/?a=1&amp;b=2" target="_blank" rel="noreferrer">länk</a>',
  ],
  ['<a href="mailto:a@x.se">brev</a>', '<a href="mailto:a@x.se" target="_blank" rel="noreferrer">brev</a>'],
  ['<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>', '<table></table>'],
  ['<style>*{display:none}</style><template><p>x</p></template>efter', 'efter'],
])('%s', (html, clean) => {
  expect(safeHtml(html)).toBe(clean);
  // What comes out is itself let through unchanged, so that nothing new arises from reading it again.
  expect(safeHtml(clean)).toBe(clean);
});
