// How search results are ordered: the page that is named for the term first, then what is named so in the
// reference, then sections and pages whose title begins with it, then pages in which the term occurs. Of
// these, pages in Korean come first for a term in Korean, and lists of everything come last.
var Scorer = {
    objNameMatch: 11,
    objPartialMatch: 6,
    objPrio: {0: 15, 1: 5, 2: -5},
    objPrioDefault: 0,
    title: 15,
    partialTitle: 7,
    term: 5,
    partialTerm: 2,
    score: ([page, shown, , , score]) => {
        const term = (new URLSearchParams(window.location.search).get("q") ?? "").trim().toLowerCase();
        const title = shown.replaceAll("&gt;", ">").toLowerCase();
        if (title === term || title === term + "s") return score + 200;
        if (title.split(/::|\./).pop() === term) return score + 150 - title.length;
        if (title.endsWith(" > " + term)) return score + 50;
        if (title.startsWith(term)) return score + 30;
        if (/[가-힣]/.test(term) && page.endsWith("-ko")) return score + 20;
        return ["changes", "errors", "benchmarks"].includes(page) ? score - 12 : score;
    },
};
