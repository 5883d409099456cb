"""The website in WebKit and Firefox; `make engines` runs these tests, and installs the browsers."""
