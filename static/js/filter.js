// A filter form that is sent as soon as something is chosen; its button is for those without JavaScript.

export default function filter(form) {
  for (const button of form.querySelectorAll("[data-without-script]")) button.hidden = true;

  // The choice that was made last is in the fragment, so that whoever uses the keyboard goes on from there.
  const last = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (last && form.contains(last)) {
    for (let fold = last.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    last.focus();
  }

  form.addEventListener("change", ({ target }) => {
    const address = new URL(form.action);
    address.hash = target.id;
    form.action = address.href;
    form.requestSubmit();
  });
}
