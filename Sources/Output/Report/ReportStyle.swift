/// How a report looks: on wide and narrow screens, in light and dark, in print.
enum ReportStyle {
    static let parts: [StaticString] = [colours, frame, tables, list, media]

    private static let colours: StaticString = #"""

        :root {
          color-scheme: light dark;
          --ground: #f6f5f0; --surface: #ffffff; --sunk: #eeece4; --line: #d9d6cb;
          --ink: #1b211e; --quiet: #57605b; --link: #0a5c43;
          --sign: #0d4d39; --sign-ink: #ffffff; --sign-quiet: #cfe4da;
          --error: #9f2419; --error-ground: #fbe9e6; --warning: #7d4b00; --warning-ground: #fbf0d9;
          --note: #24557f; --note-ground: #e5eef7; --good: #12603d; --good-ground: #e2f2e8;
          --error-bar: #c8493b; --warning-bar: #dc9a2b; --note-bar: #5b8fbe; --good-bar: #3f8f68;
          --envelope-bar: #8a948f; --trivia-bar: #c9c6ba; --mark: #ffe08a;
          --text: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans",
            "DejaVu Sans", sans-serif;
          --code: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono",
            monospace;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ground: #101412; --surface: #181d1b; --sunk: #212825; --line: #323b37;
            --ink: #e8ece9; --quiet: #a7b2ac; --link: #74d0a9;
            --sign: #0c4131; --sign-ink: #ffffff; --sign-quiet: #bfdccf;
            --error: #ff9d92; --error-ground: #3b1d1a;
            --warning: #f2bb66; --warning-ground: #362911;
            --note: #98c6f3; --note-ground: #172a3d; --good: #7dd8a6; --good-ground: #15301f;
            --error-bar: #d9594b; --warning-bar: #c98b25; --note-bar: #5288ba; --good-bar: #3f9a6d;
            --envelope-bar: #7c8882; --trivia-bar: #4b5550; --mark: #6b5410;
          }
        }

        """#

    private static let frame: StaticString = #"""

        * { box-sizing: border-box; }
        html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
        body {
          margin: 0; background: var(--ground); color: var(--ink);
          font: 16px/1.5 var(--text);
        }
        .wrap { max-width: 1320px; margin-inline: auto; padding-inline: 24px; }
        a { color: var(--link); text-underline-offset: 2px; }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
        .skip { position: absolute; left: -9999px; }
        .skip:focus {
          left: 24px; top: 8px; z-index: 1; padding: 8px 16px; background: var(--surface);
        }
        header { padding-top: 24px; }
        .sign {
          background: var(--sign); color: var(--sign-ink); border-radius: 18px; padding: 30px 36px;
          box-shadow: inset 0 0 0 5px var(--sign), inset 0 0 0 7px var(--sign-quiet);
        }
        .brand { margin: 0; font-weight: 650; letter-spacing: .01em; }
        .brand span { font-weight: 400; color: var(--sign-quiet); margin-left: 8px; }
        h1 {
          margin: 10px 0 8px; font-size: clamp(1.7rem, 1.1rem + 2.6vw, 2.9rem); line-height: 1.12;
          font-weight: 700; letter-spacing: -.02em; text-wrap: balance;
        }
        .lead { margin: 0; color: var(--sign-quiet); max-width: 75ch; }
        .lead .path { color: var(--sign-ink); }
        nav[aria-label="Sections"] {
          display: flex; flex-wrap: wrap; gap: 4px 22px; padding: 14px 4px 0;
        }
        nav a { text-decoration: none; padding: 4px 0; }
        nav a:hover { text-decoration: underline; }
        section { margin-top: 44px; scroll-margin-top: 12px; }
        h2 { margin: 0 0 8px; font-size: 1.4rem; letter-spacing: -.01em; line-height: 1.25; }
        h2:focus { outline: none; }
        h3 { margin: 0; font-size: 1.02rem; }
        .about { margin: 0 0 12px; color: var(--quiet); max-width: 80ch; }
        .path { overflow-wrap: anywhere; }
        code, .name, .excerpt { font-family: var(--code); font-size: .86em; }
        footer { margin-top: 52px; padding-bottom: 32px; color: var(--quiet); font-size: .9rem; }
        .tiles {
          display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px;
          margin: 0;
        }
        .tile {
          background: var(--surface); border: 1px solid var(--line); border-radius: 10px;
          padding: 14px 18px 12px; border-top: 4px solid var(--tone, var(--line));
        }
        .tile dt { color: var(--quiet); font-size: .92rem; }
        .tile dd {
          margin: 2px 0 0; font-size: 1.9rem; font-weight: 650; line-height: 1.2;
          font-variant-numeric: tabular-nums; letter-spacing: -.02em;
        }
        .tile.accepted { --tone: var(--good-bar); }
        .tile.setAside, .tile.error { --tone: var(--error-bar); }
        .tile.warning { --tone: var(--warning-bar); }
        .tile.note { --tone: var(--note-bar); }
        .tile.none dd { color: var(--quiet); font-weight: 450; }
        .cards {
          display: grid; grid-template-columns: repeat(auto-fill, minmax(330px, 1fr)); gap: 14px;
        }
        .card {
          background: var(--surface); border: 1px solid var(--line); border-radius: 10px;
          padding: 16px 20px;
        }
        .card h3 { overflow-wrap: anywhere; }
        .card p { margin: 0 0 10px; color: var(--quiet); font-size: .92rem; }
        .card ol { margin: 0; padding: 0; list-style: none; }
        .card li {
          display: grid; grid-template-columns: 1fr auto; gap: 0 14px; margin-bottom: 12px;
          line-height: 1.4;
        }
        .card li a { white-space: nowrap; align-self: end; }
        .card .bar { grid-column: 1 / -1; }

        """#

    private static let tables: StaticString = #"""

        .scroll {
          overflow-x: auto; background: var(--surface); border: 1px solid var(--line);
          border-radius: 10px;
        }
        table { border-collapse: collapse; width: 100%; font-size: .94rem; line-height: 1.45; }
        caption {
          text-align: left; padding: 10px 16px; color: var(--quiet); font-size: .9rem;
          border-bottom: 1px solid var(--line);
        }
        th, td { padding: 9px 16px; text-align: left; vertical-align: top; }
        th { font-weight: 500; }
        thead th {
          background: var(--sunk); font-size: .86rem; font-weight: 600; white-space: nowrap;
          vertical-align: bottom; padding-top: 7px; padding-bottom: 7px;
        }
        thead .group { text-align: center; border-bottom: 1px solid var(--line); }
        tbody tr + tr > * { border-top: 1px solid var(--line); }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .number small { color: var(--quiet); }
        .number.zero { color: var(--quiet); }
        .number.error { color: var(--error); font-weight: 600; }
        .number.warning { color: var(--warning); font-weight: 600; }
        .number.note { color: var(--note); font-weight: 600; }
        .kind, .trouble { display: block; font-size: .88em; color: var(--quiet); font-weight: 400; }
        .trouble { color: var(--error); }
        .law { font-weight: 500; margin-right: 8px; }
        tbody th .name { overflow-wrap: anywhere; }
        .ledger th[scope="row"] { min-width: 200px; }
        .ledger th, .ledger td { padding-inline: 10px; }
        .share { min-width: 240px; width: 32%; }
        td.share > div { display: flex; align-items: center; gap: 12px; }
        td.share span {
          flex: 0 0 5.5ch; text-align: right; font-variant-numeric: tabular-nums; font-weight: 600;
        }
        td.share .bar { margin: 0; height: 10px; }
        .bar {
          display: block; width: 100%; height: 8px; margin-top: 4px; border-radius: 4px;
          background: var(--sunk);
        }
        .bar .error, .bar .setAside { fill: var(--error-bar); }
        .bar .warning { fill: var(--warning-bar); }
        .bar .note { fill: var(--note-bar); }
        .bar .accepted { fill: var(--good-bar); }
        .bar .envelope { fill: var(--envelope-bar); }
        .bar .trivia { fill: var(--trivia-bar); }
        .books { min-width: 150px; }
        .badge {
          display: inline-block; padding: 1px 9px; border-radius: 99px; font-size: .84rem;
          font-weight: 600; white-space: nowrap; border: 1px solid currentColor;
        }
        .badge.error { color: var(--error); background: var(--error-ground); }
        .badge.warning { color: var(--warning); background: var(--warning-ground); }
        .badge.note { color: var(--note); background: var(--note-ground); }
        .badge.good { color: var(--good); background: var(--good-ground); }
        summary { cursor: pointer; color: var(--link); width: fit-content; font-size: .92rem; }
        details p { margin: 4px 0 6px; max-width: 70ch; font-weight: 400; font-size: .94rem; }
        .more { margin-top: 12px; }
        .more summary { margin-bottom: 8px; font-size: 1rem; }

        """#

    private static let list: StaticString = #"""

        .filters { display: flex; flex-wrap: wrap; gap: 10px 14px; margin-bottom: 10px; }
        .filters[hidden], .paging[hidden] { display: none; }
        .field { margin: 0; display: flex; flex-direction: column; justify-content: flex-end; }
        .field.wide { flex: 1 1 280px; }
        .field label, .paging label { font-size: .86rem; color: var(--quiet); }
        input, select, button {
          font: inherit; font-size: .95rem; color: var(--ink); background: var(--surface);
          border: 1px solid var(--quiet); border-radius: 7px; padding: 6px 11px; min-height: 38px;
        }
        input::placeholder { color: var(--quiet); opacity: 1; }
        select { max-width: 270px; }
        button { cursor: pointer; }
        button:hover:enabled { background: var(--sunk); }
        button:disabled { color: var(--quiet); border-color: var(--line); cursor: default; }
        th button {
          border: 0; background: none; padding: 2px 4px; margin: -2px -4px; min-height: 26px;
          font-size: inherit; font-weight: inherit;
        }
        th button::after { content: "\2195"; padding-left: 5px; color: var(--quiet); }
        th[aria-sort="ascending"] button::after { content: "\2191"; color: var(--link); }
        th[aria-sort="descending"] button::after { content: "\2193"; color: var(--link); }
        #rows .name { white-space: nowrap; }
        #rows .badge { margin-right: 4px; }
        #rows td { overflow-wrap: anywhere; }
        #rows .number, #rows .badge { overflow-wrap: normal; }
        #rows .message { min-width: 260px; }
        #rows .path { min-width: 13ch; }
        #rows summary { color: inherit; font-size: inherit; }
        .facts { display: block; color: var(--quiet); font-size: .88rem; }
        .excerpt {
          display: block; margin-top: 5px; padding: 5px 9px; background: var(--sunk);
          border-radius: 5px; overflow-wrap: anywhere; white-space: pre-wrap; unicode-bidi: isolate;
        }
        mark { background: var(--mark); color: inherit; border-radius: 2px; padding: 1px 0; }
        .excerpt mark:empty { border-left: 2px solid var(--error); }
        .paging { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin-top: 12px; }
        .paging span { padding: 0 8px; font-variant-numeric: tabular-nums; }
        .paging label { margin-left: auto; }

        """#

    private static let media: StaticString = #"""

        @media screen and (max-width: 760px) {
          .wrap { padding-inline: 14px; }
          header { padding-top: 14px; }
          .sign { padding: 24px 22px; border-radius: 14px; }
          section { margin-top: 34px; }
          .tiles { grid-template-columns: repeat(auto-fit, minmax(128px, 1fr)); }
          .tile dd { font-size: 1.55rem; }
          .cards { grid-template-columns: 1fr; }
          .field { flex: 1 1 140px; min-width: 0; }
          .field.wide { flex-basis: 100%; }
          select { max-width: 100%; width: 100%; }
          .paging select { width: auto; }
          .paging label { margin-left: 0; }
          th, td { padding: 8px 12px; }
          .problems, .problems tbody { display: block; }
          .problems thead { display: none; }
          .problems caption { display: block; }
          .problems tr { display: flex; flex-wrap: wrap; gap: 0 14px; padding: 9px 14px; }
          .problems tr + tr { border-top: 1px solid var(--line); }
          .problems th, .problems td { border: 0; padding: 0; display: block; width: auto; }
          .problems th { flex: 1 0 100%; }
          .problems .zero { display: none; }
          .problems .number::after { content: " " attr(data-label); }
          .problems .share { flex: 1 0 100%; min-width: 0; padding: 5px 0 3px; }
          .problems .share span { display: none; }
          #list, #rows, #rows tr, #rows td { display: block; width: 100%; }
          #list[hidden] { display: none; }
          #list caption { display: block; }
          #list thead tr { display: flex; flex-wrap: wrap; gap: 0 2px; padding: 4px 8px; }
          #list thead { display: block; background: var(--sunk); }
          #list thead th { padding: 4px; background: none; }
          #rows tr { padding: 10px 14px; border-top: 1px solid var(--line); }
          #rows td { border: 0; padding: 1px 0; text-align: left; }
          #rows td:empty { display: none; }
          #rows td:first-child, #rows td.number {
            display: inline-block; width: auto; margin-right: 10px;
          }
          #rows .message { min-width: 0; font-weight: 500; }
          #rows td[data-label]::before {
            content: attr(data-label) " "; color: var(--quiet); font-size: .86rem;
          }
        }
        @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
        @media print {
          :root {
            --ground: #fff; --surface: #fff; --sunk: #f1f1ee; --line: #bbb; --ink: #000;
            --quiet: #444; --link: #000; --sign: #fff; --sign-ink: #000; --sign-quiet: #333;
            --error: #8d1f15; --warning: #6a4000; --note: #1f4a6f; --good: #0f5234;
            --error-ground: #fff; --warning-ground: #fff; --note-ground: #fff; --good-ground: #fff;
          }
          * { print-color-adjust: exact; }
          @page { margin: 14mm 12mm; }
          html { font-size: 9pt; }
          body { font-size: 1rem; }
          .wrap { max-width: none; padding: 0; }
          header { padding-top: 0; }
          .sign { padding: 12pt 16pt; box-shadow: none; border: 1.5pt solid #000; }
          h1 { font-size: 1.9rem; }
          nav, .filters, .paging, .skip { display: none !important; }
          a { text-decoration: none; }
          section { margin-top: 16pt; }
          h2, .about { break-after: avoid; }
          .scroll { overflow: visible; border: 0; border-radius: 0; }
          .ledger, #list { font-size: .82rem; }
          .badge { font-size: inherit; padding: 0 4pt; }
          .ledger th[scope="row"] { min-width: 90pt; }
          th, td { padding: 3pt 5pt; }
          caption { padding: 3pt 5pt; }
          tr, .card, .tile { break-inside: avoid; }
          .tile { padding: 2pt 4pt; }
          th button { display: contents; }
          th button::after { content: none; }
          .tiles { grid-template-columns: repeat(5, 1fr); gap: 6pt; }
          .tile dd { font-size: 1.5rem; }
          .cards { grid-template-columns: 1fr 1fr; }
          .share, .books, #rows .message { min-width: 0; }
          #rows .path { min-width: 10ch; }
          .books { width: 70pt; }
          #rows .name { white-space: normal; }
          summary { list-style: none; }
          th summary { display: none; }
          details p { margin: 0; font-size: .92rem; color: var(--quiet); }
        }

        """#
}
