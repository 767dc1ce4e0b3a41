// Runs before the first paint: somebody who folded the desk's side bar must not see it close on every page.
if (localStorage.getItem("django.admin.navSidebarIsOpen") === "false") document.documentElement.classList.add("nav-folded");
