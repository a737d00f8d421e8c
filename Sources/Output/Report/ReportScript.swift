/// What makes the list of findings of a report searched, filtered, sorted and turned over in pages.
///
/// It reads the rows that the page holds, keeps what is chosen in the fragment of the address
/// (`#severity=error&rule=x12.element.code&search=HD&sort=line`), and makes elements only of the
/// rows that are seen; whatever came from outside becomes text and never markup.
enum ReportScript {
    static let parts: [StaticString] = [opening, data, choosing, showing, acting, closing]

    private static let opening: StaticString = #"""

        "use strict";
        (() => {
        const element = id => document.getElementById(id);
        if (!element("list")) return;
        const tables = JSON.parse(element("tables").textContent);
        const severities = ["note", "warning", "error"];
        const number = new Intl.NumberFormat("en").format;

        """#

    private static let data: StaticString = #"""

        // One array for each column, so that a million rows take little memory.
        const size = tables.listed;
        const column = {};
        for (const key of ["rule", "severity", "place", "expected", "sender", "sheet", "file"])
          column[key] = new Int32Array(size);
        for (const key of ["line", "column", "row", "start", "count"])
          column[key] = new Float64Array(size);
        const inherited = new Uint8Array(size);
        const related = new Map();
        const excerpts = [];

        // The number of a text; one that stands for itself gets a number now.
        const late = { place: new Map(), expected: new Map() };
        function textNumber(value, key, texts) {
          if (typeof value === "number") return value;
          if (!late[key].has(value)) late[key].set(value, texts.push(value) - 1);
          return late[key].get(value);
        }

        function readRows() {
          const width = tables.excerpts ? 13 : 12;
          let row = 0;
          for (const piece of document.querySelectorAll("script.rows")) {
            const { file, rows } = JSON.parse(piece.textContent);
            piece.remove();
            for (let at = 0; at < rows.length; at += width, row++) {
              column.file[row] = file;
              column.rule[row] = rows[at];
              column.severity[row] = rows[at + 1] & 3;
              inherited[row] = rows[at + 1] >> 2;
              column.place[row] = textNumber(rows[at + 2], "place", tables.places);
              column.line[row] = rows[at + 3];
              column.column[row] = rows[at + 4];
              column.start[row] = rows[at + 5];
              column.count[row] = rows[at + 6];
              column.expected[row] = textNumber(rows[at + 7], "expected", tables.expected);
              column.sender[row] = rows[at + 8];
              if (rows[at + 9]) related.set(row, rows[at + 9]);
              column.sheet[row] = rows[at + 10];
              column.row[row] = rows[at + 11];
              if (tables.excerpts) excerpts.push(rows[at + 12]);
            }
          }
        }
        readRows();

        // Of a workbook the row counts, of all else the line.
        const lineOf = row => column.line[row] || column.row[row];

        """#

    private static let choosing: StaticString = #"""

        const empty = {
          search: "", severity: "", rule: "", place: "", file: "", sheet: "", sender: "",
          sort: "", order: "", page: 1, rows: 100,
        };
        let state = { ...empty };

        const numbered = names => names.map((_, index) => String(index + 1));
        // What is filtered by: the value that stands in the address for each number.
        const filters = {
          severity: { values: severities },
          rule: { values: tables.rules.map(rule => rule.id) },
          place: { values: tables.places },
          file: { values: numbered(tables.files), names: tables.files },
          sheet: { values: tables.sheets },
          sender: { values: numbered(tables.senders), names: tables.senders },
        };
        const none = { place: "the file itself", sheet: "no sheet" };

        function fillFilters() {
          for (const [key, { values, names }] of Object.entries(filters)) {
            const select = element("filter-" + key);
            if (!select) continue;
            const counts = new Uint32Array(values.length);
            for (const value of column[key]) if (value >= 0) counts[value]++;
            const numbers = [...counts.keys()].filter(index => counts[index]);
            numbers.sort((a, b) => key === "severity" ? b - a : counts[b] - counts[a] || a - b);
            for (const index of numbers) {
              const name = (names || values)[index] || none[key];
              select.add(new Option(`${name} (${number(counts[index])})`, "=" + values[index]));
            }
          }
        }
        fillFilters();

        // For each word, which texts hold it: a row is looked up and not searched.
        function searching(words) {
          const lower = text => text.toLowerCase();
          const texts = {
            rule: tables.rules.map(rule => lower(`${rule.id} ${rule.text}`)),
            place: tables.places.map(lower), expected: tables.expected.map(lower),
            file: tables.files.map(lower), severity: severities,
          };
          return lower(words).split(/\s+/).filter(Boolean).map(word => {
            const holds = Object.entries(texts).map(([key, list]) =>
              [column[key], Uint8Array.from(list, text => text.includes(word))]);
            const line = /^\d+$/.test(word) ? Number(word) : -1;
            return row => holds.some(([values, has]) => has[values[row]] === 1)
              || column.line[row] === line || column.row[row] === line
              || tables.excerpts && excerpts[row] && lower(excerpts[row].join("")).includes(word);
          });
        }

        function ranks(texts) {
          const order = [...texts.keys()].sort((a, b) =>
            texts[a] < texts[b] ? -1 : texts[a] > texts[b] ? 1 : 0);
          const rank = new Int32Array(texts.length);
          order.forEach((index, place) => { rank[index] = place; });
          return rank;
        }

        // By what a column is sorted, as numbers.
        const sortings = {
          severity: () => row => column.severity[row],
          line: () => lineOf,
          column: () => row => column.column[row],
          file: () => byText("file", tables.files),
          place: () => byText("place", tables.places),
          rule: () => byText("rule", tables.rules.map(rule => rule.id)),
          message: () => byText("rule", tables.rules.map(rule => rule.text)),
          expected: () => byText("expected", tables.expected),
        };
        function byText(key, texts) {
          const rank = ranks(texts);
          return row => rank[column[key][row]];
        }

        let view = new Uint32Array(0);
        function choose() {
          const tests = searching(state.search);
          for (const [key, { values }] of Object.entries(filters)) {
            if (state[key] === "") continue;
            const index = values.indexOf(state[key].slice(1));
            tests.push(row => column[key][row] === index);
          }
          view = Uint32Array.from({ length: size }, (_, row) => row);
          if (tests.length) view = view.filter(row => tests.every(test => test(row)));
          const sorting = sortings[state.sort];
          if (!sorting) return;
          const value = sorting();
          const values = new Float64Array(size);
          for (const row of view) values[row] = value(row);
          const way = state.order === "descending" ? -1 : 1;
          view.sort((a, b) => way * (values[a] - values[b]) || a - b);
        }

        """#

    private static let showing: StaticString = #"""

        function make(name, classes, ...content) {
          const made = document.createElement(name);
          if (classes) made.className = classes;
          made.append(...content);
          return made;
        }

        function cell(label, classes, ...content) {
          const made = make("td", classes, ...content);
          made.setAttribute("role", "cell");
          if (label && made.textContent) made.dataset.label = label;
          return made;
        }

        function link(key, value, text) {
          const made = make("a", "name", text);
          made.href = "#" + new URLSearchParams({ [key]: value });
          return made;
        }

        function message(row) {
          const rule = tables.rules[column.rule[row]];
          const [start, count] = [column.start[row], column.count[row]];
          const facts = start < 0 ? [] : [count
            ? `Bytes ${number(start)} to ${number(start + count)}` : `At byte ${number(start)}`];
          const others = related.get(row) || [];
          if (column.line[row] && column.row[row] && column.line[row] !== column.row[row])
            facts.push(`Row ${number(column.row[row])}`);
          if (others > 0) facts.push(`see row ${number(others)}`);
          if (others.row)
            facts.push(`see sheet ${number(others.sheet)} row ${number(others.row)}`);
          for (let at = 0; at < others.length; at += 2)
            facts.push(`see also bytes ${number(others[at])} to ${number(others[at + 1])}`);
          if (rule.snip) facts.push(`SNIP type ${rule.snip}`);
          if (rule.code) facts.push(`acknowledged as ${rule.code}`);
          if (inherited[row]) facts.push("shared with other records, counted once");
          const more = make("details", "", make("summary", "", rule.text));
          if (rule.help) more.append(make("p", "", rule.help));
          more.append(make("span", "facts", facts.join(" · ")));
          const made = cell("", "message", more);
          const excerpt = tables.excerpts && excerpts[row];
          if (excerpt) made.append(make("code", "excerpt",
            excerpt[0], make("mark", "", excerpt[1]), excerpt[2]));
          return made;
        }

        const hasFiles = tables.files.length > 1;
        const [hasLines, hasColumns] = [column.line.some(Boolean), column.column.some(Boolean)];
        const hasSheets = column.sheet.some(Boolean);
        function tableRow(row) {
          const severity = severities[column.severity[row]];
          const place = tables.places[column.place[row]];
          const line = lineOf(row);
          const made = make("tr", "",
            cell("", "", make("span", "badge " + severity, severity)),
            cell("File", "path", tables.files[column.file[row]]),
            cell(column.line[row] ? "Line" : "Row", "number", line ? number(line) : ""),
            cell("Column", "number", column.column[row] ? number(column.column[row]) : ""),
            cell("Place", "", link("place", place, place || none.place)),
            cell("Rule", "", link("rule", tables.rules[column.rule[row]].id,
              tables.rules[column.rule[row]].id)),
            message(row),
            cell("Expected", "", tables.expected[column.expected[row]]));
          made.setAttribute("role", "row");
          if (!hasColumns) made.children[3].remove();
          if (!hasFiles) made.children[1].remove();
          return made;
        }

        function showRows(first, count) {
          const rows = Array.from(view.subarray(first, first + count), tableRow);
          element("rows").replaceChildren(...rows);
          const all = view.length === size ? "" : ` of ${number(size)} listed`;
          const one = view.length === 1 ? "finding" : "findings";
          element("status").textContent = view.length === 0 ? `No finding${all}.`
            : `${number(view.length)} ${one}${all}; rows ${number(first + 1)} to `
              + `${number(first + rows.length)}.`;
        }

        function pageCount() { return Math.max(1, Math.ceil(view.length / state.rows)); }

        function show() {
          state.page = Math.min(Math.max(1, state.page), pageCount());
          showRows((state.page - 1) * state.rows, state.rows);
          element("page").textContent = `Page ${number(state.page)} of ${number(pageCount())}`;
          for (const button of document.querySelectorAll("[data-go]")) {
            const isBack = ["first", "previous"].includes(button.dataset.go);
            button.disabled = state.page === (isBack ? 1 : pageCount());
          }
          for (const head of document.querySelectorAll("[data-key]")) head.setAttribute(
            "aria-sort", head.dataset.key === state.sort ? state.order : "none");
          for (const key of Object.keys(filters)) {
            const select = element("filter-" + key);
            if (select) select.value = state[key];
          }
          if (element("search").value !== state.search) element("search").value = state.search;
          element("size").value = String(state.rows);
        }

        """#

    private static let acting: StaticString = #"""

        // Values of filters begin with "=", so that an empty one is not "all".
        function address() {
          const words = new URLSearchParams();
          for (const [key, value] of Object.entries(state))
            if (value !== empty[key]) words.set(key, key in filters ? value.slice(1) : value);
          return "#" + words;
        }

        function readAddress() {
          const words = new URLSearchParams(location.hash.slice(1));
          state = { ...empty, rows: state.rows };
          for (const key of ["search", "sort", "order"]) state[key] = words.get(key) || "";
          if (!Object.hasOwn(sortings, state.sort)) state.sort = state.order = "";
          else if (state.order !== "descending") state.order = "ascending";
          for (const key of Object.keys(filters))
            if (words.has(key)) state[key] = "=" + words.get(key);
          for (const key of ["page", "rows"]) {
            const count = Math.floor(Number(words.get(key)));
            if (count >= 1) state[key] = Math.min(count, key === "rows" ? 500 : 1e9);
          }
        }

        function change(changes) {
          state = { ...state, page: 1, ...changes };
          choose();
          show();
          // Some browsers let no page of a file change its history.
          try { history.replaceState(null, "", address()); } catch { }
        }

        function sortBy(key) {
          const orders = ["ascending", "descending"];
          if (key === "severity") orders.reverse();  // errors first
          const next = state.sort === key ? orders.indexOf(state.order) + 1 : 0;
          change(next < 2 ? { sort: key, order: orders[next] } : { sort: "", order: "" });
        }

        function turn(way) {
          const last = pageCount();
          const pages = { first: 1, previous: state.page - 1, next: state.page + 1, last };
          change({ page: pages[way] });
          element("status").scrollIntoView();
        }

        let waiting = 0;
        element("search").addEventListener("input", event => {
          clearTimeout(waiting);
          waiting = setTimeout(() => change({ search: event.target.value }), 120);
        });
        for (const key of Object.keys(filters)) element("filter-" + key)?.addEventListener(
          "change", event => change({ [key]: event.target.value }));
        for (const head of document.querySelectorAll("[data-key]")) head.firstChild
          .addEventListener("click", () => sortBy(head.dataset.key));
        for (const button of document.querySelectorAll("[data-go]")) button
          .addEventListener("click", () => turn(button.dataset.go));
        element("size").addEventListener("change", event =>
          change({ rows: Number(event.target.value) }));
        element("filters").addEventListener("submit", event => event.preventDefault());
        element("filters").addEventListener("reset", event => {
          event.preventDefault();
          change({ ...empty, rows: state.rows });
          element("search").focus();
        });
        addEventListener("hashchange", () => {
          if (!location.hash.includes("=")) return;
          readAddress();
          choose();
          show();
          element("findings").scrollIntoView();
          element("findings-title").focus({ preventScroll: true });
        });

        """#

    private static let closing: StaticString = #"""

        // Paper gets more rows than a page of the screen, and all that is folded.
        const printed = 1000;
        addEventListener("beforeprint", () => {
          showRows(0, printed);
          if (view.length > printed)
            element("status").textContent += " Filters bring others to paper.";
          for (const folded of document.querySelectorAll("details:not([open])")) {
            if (folded.closest("#rows")) continue;
            folded.dataset.folded = "";
            folded.open = true;
          }
        });
        addEventListener("afterprint", () => {
          show();
          for (const folded of document.querySelectorAll("details[data-folded]")) {
            folded.open = false;
            delete folded.dataset.folded;
          }
        });

        if (!hasFiles) document.querySelector("[data-key=file]").remove();
        if (!hasColumns) document.querySelector("[data-key=column]").remove();
        if (hasSheets) document.querySelector("[data-key=line] button").textContent =
          hasLines ? "Line or row" : "Row";
        for (const id of ["filters", "list", "paging"]) element(id).hidden = false;
        if (location.hash.includes("=")) readAddress();
        choose();
        show();
        if (location.hash.includes("=")) element("findings").scrollIntoView();
        })();

        """#
}
