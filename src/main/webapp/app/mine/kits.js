import { html, nothing } from '../vendor.js';
import { get } from '../api.js';
import { language, plain, said, size, t } from '../words.js';
import { back, head } from '../parts.js';

const sized = ({ bytes }) => bytes ? html` <small>${size(bytes)}</small>` : nothing;

/** Session plans, slides and handouts to take into one's own class; they stay here after the course. */
export default async function kits({ values }, paint) {
  const all = await get('/me/kits');
  const shelves = values.course ? all.filter(each => each.course.id === values.course) : all;
  const other = language === 'bn' ? 'en' : 'bn';

  function link(course, module, kit, file) {
    const name = t(`kits.${file.format}`);
    return html`<a href="/api/courses/${course.id}/kits/${module.id}/${kit.id}?format=${file.format}&lang=${file.language}" download
      aria-label="${plain(kit)}, ${name}, ${t(`kits.in.${file.language}`)}">${name}${sized(file)}</a>`;
  }

  const files = (course, module, kit, wanted) =>
    kit.files.filter(file => file.language === wanted).map(file => link(course, module, kit, file));

  const row = (course, module, kit) => html`<li><div>
    <span class="what">${said(kit)}
      <span class="files">${files(course, module, kit, language)}</span>
      <small class="files">${t(`kits.in.${other}`)}: ${files(course, module, kit, other)}</small></span></div></li>`;

  paint(html`
    ${back('#/', t('menu.home'))}
    ${head(t('menu.kits'), null, t('kits.lead'))}
    ${shelves.map(({ course, modules }) => html`<section class="shelf" id=${course.id}>
      <h2>${said(course)}</h2>
      ${modules.map(module => html`<h3>${said(module)}</h3>
        <ul class="steps">${module.kit.map(kit => row(course, module, kit))}</ul>`)}
    </section>`)}
    ${shelves.length ? nothing : html`<p class="notice">${t('kits.none')}</p>`}
    ${values.course && all.length > shelves.length ? html`<p><a href="#/kits">${t('kits.all')}</a></p>` : nothing}`, t('menu.kits'));
}
