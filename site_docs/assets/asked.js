// An address with a search or a filter must not show the newest entries first: this runs before the page is shown.
if (location.search) document.documentElement.className += " browse-asked";
