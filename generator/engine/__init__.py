"""What joins the generated pages with MkDocs: together with the hook, all that imports MkDocs."""
