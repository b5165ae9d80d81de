/** The one door to lit-html. */
export { html, nothing, render } from '/webjars/lit-html/3.3.1/lit-html.js';
export { unsafeHTML } from '/webjars/lit-html/3.3.1/directives/unsafe-html.js';
