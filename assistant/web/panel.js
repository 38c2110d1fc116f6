// Where the keyboard's focus goes when an original is opened and closed, and what a screen reader tells of what has come without a new page.
(() => {
  const PANEL = ".st-key-original, .st-key-reader"; // where words of a contract are read, beside the page that they were opened from
  const TOLD = ".cl-told"; // what came of the last act, in a line
  const SOON = 15_000; // milliseconds in which what appears was opened by the last act
  const PAUSE = 400; // milliseconds in which all lines of one drawing have come
  const CLOSE = ".st-key-close-original button";
  const keyOf = (element) => [...(element?.closest("[class*=st-key-]")?.classList ?? [])].find((name) => name.startsWith("st-key-"));

  const teller = document.createElement("div"); // there from the start: of a region that comes with its words, readers say nothing
  teller.className = "cl-hidden";
  teller.setAttribute("role", "status");
  document.body.append(teller);
  let waiting = 0;
  function tell(words) {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      teller.textContent = "";
      requestAnimationFrame(() => { teller.textContent = words; });
    }, PAUSE);
  }

  let acted = -Infinity; // when the visitor last did something, by the clock of the page
  let opener = null; // the key of what was touched last outside of a panel
  let shown = ""; // what the open panel is about
  let returning = false; // a panel was closed, and what it was opened from is still to be drawn again
  const note = (event) => {
    acted = performance.now();
    returning = false;
    if (event.target.closest && !event.target.closest(PANEL)) opener = keyOf(event.target) ?? opener;
  };
  addEventListener("click", note, true);
  addEventListener("keydown", note, true);
  const recent = () => performance.now() - acted < SOON;

  function look() {
    const panel = document.querySelector(PANEL);
    const head = panel?.querySelector(".cl-way h2");
    if (panel && !head) return; // still to come
    const about = head ? head.closest(".cl-way").textContent : "";
    if (about === shown) return returning ? back() : undefined;
    const closed = shown && !panel;
    shown = about;
    returning = closed;
    if (closed) back();
    else open(panel, head);
  }
  function open(panel, head) {
    panel.setAttribute("role", "region");
    panel.setAttribute("aria-label", head.textContent);
    if (!recent()) return; // a link was followed, nothing was touched
    if (panel.contains(document.activeElement)) return tell(head.textContent);
    head.tabIndex = -1;
    head.focus({ preventScroll: true });
  }
  function back() {
    const from = opener && document.querySelector(`.${CSS.escape(opener)} :is(button, input)`);
    returning = recent() && document.activeElement === document.body && !from;
    if (from && document.activeElement === document.body) from.focus({ preventScroll: true });
  }
  addEventListener("keydown", (event) => {
    const panel = document.querySelector(PANEL);
    if (event.key !== "Escape" || event.defaultPrevented || !panel) return;
    if (panel.contains(document.activeElement) || document.activeElement === document.body) panel.querySelector(CLOSE)?.click();
  });

  new MutationObserver((changes) => {
    look();
    if (!recent()) return;
    const lines = changes.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node.nodeType === Node.ELEMENT_NODE);
    const last = lines.flatMap((node) => (node.matches(TOLD) ? [node] : [...node.querySelectorAll(TOLD)])).pop();
    if (last?.textContent) tell(last.textContent);
  }).observe(document.body, { subtree: true, childList: true });
})();
