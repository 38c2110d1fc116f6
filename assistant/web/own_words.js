// Streamlit's own words, which it has in English alone, in the language of the page. What a contract says is never touched: it stands
// in places that are left out.
(() => {
  const UNNAMED = ":not([role=option])"; // what no test id marks, and no contract says
  const SIZES = { KB: "Ko", MB: "Mo", GB: "Go", B: "o" };
  const sized = (number, unit) => `${number.replace(".", ",")} ${SIZES[unit]}`;
  const dated = (day) => new Date(day).toLocaleDateString("fr-FR", { dateStyle: "long" });
  const WORDS = [ // the English, in whole; the French; where it stands: names of widgets anywhere when left out
    [/^Skip to main content$/, "Aller au contenu", "[data-testid=stSkipToContent]"],
    [/^App pages$/, "Pages"],
    [/^Main menu$/, "Menu"],
    [/^Sidebar$/, "Pages"],
    [/^Expand sidebar$/, "Montrer les pages"],
    [/^Collapse sidebar$/, "Cacher les pages"],
    [/^Help for (.+)$/, "Aide : $1", "[data-testid=stTooltipHoverTarget]"],
    [/^Open$/, "Ouvrir", "[data-testid=stSelectbox], [data-testid=stMultiSelect]"],
    [/^Choose an option$/, "Choisissez"],
    [/^Choose options$/, "Choisissez"],
    [/^No results$/, "Aucun résultat", "[data-testid=stSelectboxVirtualDropdown]"],
    [/^Add: (.+)$/, "Ajouter : $1", "[data-testid=stSelectboxVirtualDropdown]"],
    [/^(\d+) options? available\.$/, "$1 choix.", UNNAMED],
    [/^Dismiss$/, "Fermer"],
    [/^Clear (?:entry|value|all|date)$/, "Effacer"],
    [/^Remove (.+)$/, "Retirer $1", "[data-testid=stFileChip], [data-testid=stFileUploader], [data-testid=stMultiSelect]"],
    [/^Choose date(, .+)?$/, (_, month) => `Choisir une date${month ?? ""}`, "[data-testid^=stDateInput]"],
    [/^Selected Date: (.+)$/, (_, day) => `Date choisie : ${dated(day)}`, UNNAMED],
    [/^day, (.+)$/, "jour, $1", "[data-testid=stDateInputFieldsScroller]"],
    [/^month, (.+)$/, "mois, $1", "[data-testid=stDateInputFieldsScroller]"],
    [/^year, (.+)$/, "année, $1", "[data-testid=stDateInputFieldsScroller]"],
    [/^Previous month$/, "Mois précédent"],
    [/^Next month$/, "Mois suivant"],
    [/^Previous page$/, "Page précédente"],
    [/^Next page$/, "Page suivante"],
    [/^Fullscreen(: .+)?$/, (_, what) => (what ? `Plein écran${what.replace(":", " :")}` : "Plein écran")],
    [/^Close fullscreen$/, "Quitter le plein écran"],
    [/^Send message$/, "Envoyer", "[data-testid=stChatInput]"],
    [/^Press Enter to apply$/, "Entrée pour valider", "[data-testid=InputInstructions]"],
    [/^Press (?:Enter|Ctrl\+Enter|⌘\+Enter) to submit form$/, "Entrée pour envoyer", "[data-testid=InputInstructions]"],
    [/^Press (?:Ctrl\+Enter|⌘\+Enter) to apply$/, "Ctrl + Entrée pour valider", "[data-testid=InputInstructions]"],
    [/^(\d+)([KMG]?B) per file$/, (_, size, unit) => `${sized(size, unit)} par fichier`, "[data-testid=stFileUploader]"],
    [/^([\d.]+)([KMG]?B)$/, (_, size, unit) => sized(size, unit), "[data-testid=stFileChip], [data-testid=stFileUploader]"],
    [/^Drag and drop files? here$/, "Déposez les fichiers ici", "[data-testid=stFileUploader]"],
    [/^(?:Upload|Browse files)$/, "Choisir des fichiers", "[data-testid=stFileUploader]"],
    [/^file upload$/, "envoi de fichiers"],
    [/^Add files$/, "Ajouter des fichiers"],
    [/^(.+) files are not allowed\.$/, "Les fichiers $1 ne sont pas acceptés.", "[data-testid=stFileUploader]"],
    [/^System$/, "Système", "[data-testid=stMainMenuPopover]"],
    [/^Light$/, "Clair", "[data-testid=stMainMenuPopover]"],
    [/^Dark$/, "Sombre", "[data-testid=stMainMenuPopover]"],
    [/^Theme$/, "Thème", "[data-testid=stMainMenuPopover]"],
    [/^Print$/, "Imprimer", "[data-testid=stMainMenuPopover]"],
    [/^Record screen$/, "Filmer l’écran", "[data-testid=stMainMenuPopover]"],
    [/^Stop recording$/, "Arrêter de filmer", "[data-testid=stMainMenuPopover]"],
    [/^Made with Streamlit v$/, "Réalisé avec Streamlit v", "[data-testid=stMainMenuPopover]"],
    [/^Copy version to clipboard$/, "Copier la version"],
    [/^Stop$/, "Arrêter", "[data-testid=stStatusWidget]"],
    [/^Connecting$/, "Connexion…", "[data-testid=stStatusWidget]"],
    [/^Connection error$/, "Connexion perdue", "[role=dialog]"],
    [/^Connection lost\..*$/, "Connexion perdue. Attendez qu’elle revienne, puis réessayez.", UNNAMED],
    [/^Streamlit server is not responding\..*$/, "Le serveur ne répond pas. Êtes-vous connecté ?", UNNAMED],
    [/^Page not found$/, "Page introuvable", "[role=dialog]"],
    [/^The page that you have requested does not seem to exist\..*$/, "Cette page n’existe pas. Voici celle des questions.", "[role=dialog]"],
  ];
  const SAID_BY_OTHERS = ".stHtml, [data-testid=stMarkdownContainer], [data-testid=stFileChipName], textarea, script, style";
  const BUT_OURS = "[data-testid=stFileUploader] button, [data-testid=stMainMenuPopover], [data-testid=stStatusWidget], [role=dialog]"; // we open no dialog
  const NAMED = ["aria-label", "title", "placeholder"];
  const before = new Map(); // what was said in English, for when the page turns to it again

  function inFrench(said, where, isName) {
    if (where.closest(SAID_BY_OTHERS) && !where.closest(BUT_OURS)) return said;
    const found = WORDS.find(([english, , place]) => english.test(said) && (place ? where.closest(place) : isName));
    return found ? said.replace(found[0], found[1]) : said;
  }
  function tell(node, name, said, set) {
    const french = said && inFrench(said.trim(), name ? node : node.parentElement, name !== "");
    if (!said || french === said.trim()) return;
    before.set(node, { ...before.get(node), [name]: [said, french] });
    set(french);
  }
  function walk(node) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (node.parentElement) tell(node, "", node.data, (french) => { node.data = french; });
    } else if (node.nodeType === Node.ELEMENT_NODE && !node.matches(".stHtml")) {
      for (const name of NAMED) tell(node, name, node.getAttribute(name), (french) => node.setAttribute(name, french));
      for (const child of node.childNodes) walk(child);
    }
  }
  function turnBack() {
    for (const [node, names] of before) {
      for (const [name, [said, french]] of Object.entries(names)) {
        if (name && node.getAttribute(name) === french) node.setAttribute(name, said);
        if (!name && node.data === french) node.data = said;
      }
    }
    before.clear();
  }
  function turn() {
    for (const node of before.keys()) if (!node.isConnected) before.delete(node);
    if (document.documentElement.lang === "fr") walk(document.body);
    else turnBack();
  }
  const seen = new MutationObserver((changes) => {
    if (document.documentElement.lang !== "fr") return;
    for (const { type, target, addedNodes } of changes) {
      if (type === "childList") addedNodes.forEach(walk);
      else walk(target);
    }
  });
  seen.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: NAMED });
  new MutationObserver(turn).observe(document.documentElement, { attributes: true, attributeFilter: ["lang"] });
  turn();
})();
