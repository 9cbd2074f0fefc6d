// What a browser makes of pages: the text, what can be reached by the keyboard, what axe-core finds,
// what they would load from elsewhere, and their PDF.
//
//     node pages.mjs BROWSER PAGE.html ... --keyboard PAGE.html ...
//
// Prints a JSON array with one report a page, and writes PAGE.pdf beside each. The keyboard walks those
// pages alone that stand behind --keyboard: it takes two messages to the browser for each step.
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

const [browserPath, ...given] = process.argv.slice(2);
const paths = given.filter((each) => each !== "--keyboard");
const walked = new Set(given.slice(given.indexOf("--keyboard") + 1));
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// What is cut off: a box with more in it than it shows.
const findCut = () =>
    [...document.querySelectorAll(".page, main, aside, section, li, table, td, th, h1, h2")]
        .filter((each) => each.scrollHeight > each.clientHeight + 1 && each.clientHeight > 0)
        .filter((each) => getComputedStyle(each).overflow !== "visible")
        .map((each) => `${each.tagName} ${each.className}: ${each.scrollHeight} in ${each.clientHeight}`);

// Boxes of lines that lie on one another or outside the page, as the lists beside the months could.
const findOutside = () => {
    const page = document.querySelector(".page").getBoundingClientRect();
    return [...document.querySelectorAll("td, th, li, h1, h2, p, caption")]
        .filter((each) => {
            const box = each.getBoundingClientRect();
            return box.bottom > page.bottom + 1 || box.right > page.right + 1;
        })
        .map((each) => each.textContent);
};

// What the foot lies on, as it does where what is above it grows out of its room.
const findCovered = () => {
    const foot = document.querySelector("footer");
    if (!foot) return [];
    const top = foot.getBoundingClientRect().top;
    return [...document.querySelectorAll("td, main li, aside li, h2, main p")]
        .filter((each) => each.getBoundingClientRect().bottom > top + 1)
        .map((each) => each.textContent);
};

const findDeadLinks = () =>
    [...document.querySelectorAll("a")]
        .map((link) => decodeURIComponent(link.hash.slice(1)))
        .filter((id) => !document.getElementById(id));

// How a holiday looks when its colour is not seen.
const findHolidays = () =>
    [...document.querySelectorAll("td.holiday a")].map((link) => {
        const style = getComputedStyle(link);
        const line = getComputedStyle(link.closest("td")).textDecorationLine;
        return { tip: link.title, weight: style.fontWeight, line, colour: style.color };
    });

// Everything that Tab reaches, in order, with what is seen of it when it has the focus.
async function tabStops(page) {
    const stops = [];
    for (let i = 0; i < 300; ++i) {
        await page.keyboard.press("Tab");
        const stop = await page.evaluate(() => {
            const at = document.activeElement;
            if (!at || at === document.body) return null;
            const after = getComputedStyle(at, "::after").content;
            const outline = getComputedStyle(at).outlineStyle;
            return { text: at.textContent, label: at.ariaLabel, tip: after, outline, href: at.hash };
        });
        const again = ({ label, href }) => label === stop.label && href === stop.href;
        if (!stop || stops.slice(0, 1).some(again)) break;
        stops.push(stop);
    }
    return stops;
}

// A machine that is busy with other things is slow, which is no fault of a page.
const timeout = 300_000;
const browser = await chromium.launch({
    executablePath: browserPath,
    timeout,
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
try {
    const reports = [];
    for (const path of paths) {
        const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
        page.setDefaultTimeout(timeout);
        const requests = [];
        page.on("request", (request) => requests.push(request.url()));
        await page.goto(pathToFileURL(path).href);
        await page.evaluate(axe);
        const found = await page.evaluate(() => globalThis.axe.run());
        const text = await page.evaluate(() => document.body.innerText);
        const stops = walked.has(path) ? await tabStops(page) : [];
        const deadLinks = await page.evaluate(findDeadLinks);
        const links = await page.evaluate(() => document.querySelectorAll("a").length);
        const tips = await page.evaluate(() =>
            [...document.querySelectorAll("a[title]")].map((link) => link.title));
        const holidays = await page.evaluate(findHolidays);
        await page.emulateMedia({ media: "print" });
        const cut = await page.evaluate(findCut);
        const outside = await page.evaluate(findOutside);
        const covered = await page.evaluate(findCovered);
        await page.pdf({ path: path.replace(/\.html$/, ".pdf"), preferCSSPageSize: true });
        await page.emulateMedia({ media: "screen" });
        await page.setViewportSize({ width: 420, height: 900 });
        const narrow = await page.evaluate(() => document.documentElement.scrollWidth);
        reports.push({
            path,
            title: await page.title(),
            text,
            stops,
            holidays,
            links,
            tips,
            deadLinks,
            cut,
            outside,
            covered,
            narrow,
            requests: requests.filter((url) => !url.startsWith("file:")),
            violations: found.violations.map((each) => [each.id, each.nodes.map((n) => n.html)]),
            passes: found.passes.map((each) => each.id),
            undecided: found.incomplete
                .filter((each) => each.id === "color-contrast")
                .flatMap((each) => each.nodes.map((node) => [node.html, node.any[0]?.message])),
        });
        await page.close();
    }
    console.log(JSON.stringify(reports));
} finally {
    await browser.close();
}
