export const chartStyle = `
.bar { display: block; width: 100%; height: 0.625rem; overflow: hidden; }
.swatch { display: inline-block; width: 0.625rem; height: 0.625rem; vertical-align: baseline; }
.fill-on-time { fill: var(--on-time); }
.fill-late { fill: var(--late); }
.fill-very-late { fill: var(--very-late); }
.fill-lost, .fill-critical { fill: var(--lost); }
.fill-none { fill: var(--none); }
.fill-no { fill: var(--no); }
.fill-high { fill: var(--lost); }
.fill-medium { fill: var(--very-late); }
.fill-low { fill: var(--low); }
.fill-info, .fill-minutes { fill: var(--hatch); }
.fill-ground { fill: var(--paper); }
.fill-hatch { fill: var(--hatch); }
.fill-ink { fill: var(--ink); }
.fill-band { fill: var(--on-time); opacity: 0.55; }
.strip { display: block; width: 100%; height: 18px; overflow: visible; }
.ticks line { stroke: var(--line); }
th.retention, td.retention { width: 24%; min-width: 13rem; vertical-align: middle; }
.strip.scale text { fill: var(--soft); font-size: 0.75rem; text-anchor: middle; }
`;
