// Where each thing is that plotly drew: boxes in pixels, paths as they are written, lines of text with their letters.
() => {
  const found = [], seen = c => c && c !== 'none' && !/^rgba.*, 0\)$/.test(c);
  const box = (b, m) => { const xs = [], ys = []; for (const x of [b.x, b.x + b.width]) for (const y of [b.y, b.y + b.height])
      { xs.push(m.a * x + m.c * y + m.e); ys.push(m.b * x + m.d * y + m.f); }
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]; };
  const layers = ['bglayer', 'cartesianlayer', 'shapelayer', 'infolayer'].map(name => `.main-svg .${name} *`).join(',');
  for (const e of document.querySelectorAll(layers)) {
      if (!['path', 'rect', 'text'].includes(e.tagName)) continue;
      const m = e.getScreenCTM();
      const s = getComputedStyle(e);
      if (s.display === 'none' || s.visibility === 'hidden' || e.closest('defs')) continue;
      let o = 1; for (let p = e; p.tagName !== 'DIV'; p = p.parentElement) o *= getComputedStyle(p).opacity;
      if (o < 0.01) continue;
      if (e.tagName === 'text') {
        const lines = e.querySelectorAll(':scope > tspan.line');
        for (const line of lines.length ? lines : [e]) {
          const n = line.getNumberOfChars(); if (!line.textContent.trim()) continue;
          const from = line.getStartPositionOfChar(0), to = line.getEndPositionOfChar(n - 1), size = parseFloat(getComputedStyle(line).fontSize);
          const top = from.y - Math.round(1.069 * size), bottom = from.y + Math.round(0.293 * size); // of our type, whatever a mark is of
          found.push({kind: 'text', text: line.textContent, box: box({x: from.x, y: top, width: to.x - from.x, height: bottom - top}, m)});
        }
        continue;
      }
      const line = seen(s.stroke) && parseFloat(s.strokeWidth) > 0 && s.strokeOpacity > 0, fill = seen(s.fill) && s.fillOpacity > 0;
      if (!line && !fill) continue;
      if (e.tagName === 'rect') { found.push({kind: 'shape', box: box(e.getBBox(), m)}); continue; }
      const d = e.getAttribute('d') || '', at = [m.a, m.b, m.c, m.d, m.e, m.f];
      if (/a/i.test(d)) found.push({kind: 'shape', box: box(e.getBBox(), m)});
      else found.push({kind: 'path', d, at, line});
    }
  return found;
}
