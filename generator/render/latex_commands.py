"""The LaTeX commands of titles and names, with the text that they print; used for writing and for reading."""

import re

ACCENTS = {
    "`": "\N{COMBINING GRAVE ACCENT}",
    "'": "\N{COMBINING ACUTE ACCENT}",
    "^": "\N{COMBINING CIRCUMFLEX ACCENT}",
    "~": "\N{COMBINING TILDE}",
    "=": "\N{COMBINING MACRON}",
    "u": "\N{COMBINING BREVE}",
    ".": "\N{COMBINING DOT ABOVE}",
    '"': "\N{COMBINING DIAERESIS}",
    "r": "\N{COMBINING RING ABOVE}",
    "H": "\N{COMBINING DOUBLE ACUTE ACCENT}",
    "v": "\N{COMBINING CARON}",
    "d": "\N{COMBINING DOT BELOW}",
    "c": "\N{COMBINING CEDILLA}",
    "k": "\N{COMBINING OGONEK}",
}
"""The accents that are written: what is after the backslash, and Unicode's mark."""

BELOW = "dcbk"
"""The accents below a letter: an i keeps its dot."""

READ_ACCENTS = ACCENTS | {
    "b": "\N{COMBINING MACRON BELOW}",
    "h": "\N{COMBINING HOOK ABOVE}",
    "acute": "\N{COMBINING ACUTE ACCENT}",
    "bar": "\N{COMBINING MACRON}",
    "breve": "\N{COMBINING BREVE}",
    "check": "\N{COMBINING CARON}",
    "ddot": "\N{COMBINING DIAERESIS}",
    "dot": "\N{COMBINING DOT ABOVE}",
    "grave": "\N{COMBINING GRAVE ACCENT}",
    "hat": "\N{COMBINING CIRCUMFLEX ACCENT}",
    "tilde": "\N{COMBINING TILDE}",
}

_GREEK = (
    "α=alpha β=beta γ=gamma δ=delta ε=varepsilon ζ=zeta η=eta θ=theta ι=iota κ=kappa λ=lambda μ=mu ν=nu ξ=xi"
    " π=pi ρ=rho σ=sigma τ=tau υ=upsilon φ=varphi χ=chi ψ=psi ω=omega Γ=Gamma Δ=Delta Θ=Theta Λ=Lambda Ξ=Xi"
    " Π=Pi Σ=Sigma Υ=Upsilon Φ=Phi Ψ=Psi Ω=Omega"
)
GREEK: dict[str, str] = {name: letter for letter, name in re.findall(r"(\w)=(\w+)", _GREEK)}
"""The Greek letters by their commands, which are for formulas."""

SYMBOLS = GREEK | {
    "epsilon": "ε", "phi": "φ", "vartheta": "ϑ", "varpi": "ϖ", "varrho": "ϱ", "varsigma": "ς",
    "ss": "ß", "SS": "ẞ", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł",
    "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "imath": "ı", "jmath": "ȷ", "dj": "đ", "DJ": "Đ", "dh": "ð",
    "DH": "Ð", "th": "þ", "TH": "Þ", "ng": "ŋ", "NG": "Ŋ",
    "ohorn": "ơ", "OHORN": "Ơ", "uhorn": "ư", "UHORN": "Ư",
    "textbackslash": "\\", "backslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textless": "<",
    "textgreater": ">", "textbar": "|", "textbraceleft": "{", "textbraceright": "}", "lbrace": "{",
    "rbrace": "}", "textasciigrave": "`", "textunderscore": "_", "textdollar": "$", "textquotedbl": '"',
    "textquotesingle": "'", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "lq": "‘", "rq": "’", "quotesinglbase": "‚", "quotedblbase": "„",
    "guillemotleft": "«", "guillemotright": "»", "guilsinglleft": "‹", "guilsinglright": "›",
    "textendash": "–", "textemdash": "—", "textellipsis": "…", "ldots": "…", "dots": "…", "cdots": "⋯",
    "texttimes": "×", "times": "×", "textpm": "±", "pm": "±", "mp": "∓", "textdegree": "°", "degree": "°",
    "circ": "°", "textmu": "µ", "cdot": "·", "textperiodcentered": "·", "textbullet": "•", "bullet": "•",
    "ast": "∗", "star": "⋆", "dagger": "†", "dag": "†", "ddag": "‡", "ell": "ℓ", "infty": "∞", "partial": "∂",
    "nabla": "∇", "sum": "∑", "prod": "∏", "int": "∫", "surd": "√", "sqrt": "√", "prime": "′",
    "sim": "∼", "approx": "≈", "simeq": "≃", "equiv": "≡", "neq": "≠", "ne": "≠", "leq": "≤", "le": "≤",
    "geq": "≥", "ge": "≥", "lt": "<", "gt": ">", "ll": "≪", "gg": "≫", "propto": "∝",
    "to": "→", "rightarrow": "→", "textrightarrow": "→", "longrightarrow": "→", "leftarrow": "←",
    "textleftarrow": "←", "leftrightarrow": "↔", "Rightarrow": "⇒", "Leftrightarrow": "⇔", "uparrow": "↑",
    "downarrow": "↓", "mapsto": "↦", "in": "∈", "notin": "∉", "subset": "⊂", "subseteq": "⊆", "cup": "∪",
    "cap": "∩", "emptyset": "∅", "forall": "∀", "exists": "∃", "neg": "¬", "wedge": "∧", "vee": "∨",
    "oplus": "⊕", "otimes": "⊗", "mid": "|", "vert": "|", "S": "§", "P": "¶", "copyright": "©",
    "textcopyright": "©", "textregistered": "®", "texttrademark": "™", "pounds": "£", "textsterling": "£",
    "euro": "€", "texteuro": "€", "textordfeminine": "ª", "textordmasculine": "º",
    "langle": "⟨", "rangle": "⟩", "textexclamdown": "¡", "textquestiondown": "¿", "slash": "/",
    "log": "log", "exp": "exp", "min": "min", "max": "max", "lim": "lim", "sin": "sin", "cos": "cos",
    "LaTeX": "LaTeX", "LaTeXe": "LaTeX2ε", "TeX": "TeX", "BibTeX": "BibTeX", "XeTeX": "XeTeX",
    "quad": " ", "qquad": " ", "enspace": " ", "thinspace": " ", "space": " ",
    "nobreakspace": " ", "newline": " ", "linebreak": " ", "par": " ",
}  # fmt: skip
"""What a command of letters prints."""

PRINT_ARGUMENT = frozenset(
    re.findall(
        r"\w+",
        "emph textit textbf textrm texttt textsc textsf textsl textup textmd textnormal text mathrm"
        " mathbf mathit mathcal mathbb mathsf mathtt mathfrak mathscr boldsymbol bm rm bf it em sc sf tt"
        " sl rmfamily bfseries itshape scshape upshape sffamily ttfamily normalfont tiny scriptsize"
        " footnotesize small normalsize large Large relax protect ensuremath mbox hbox textsuperscript"
        " textsubscript operatorname underline overline uppercase lowercase MakeUppercase MakeLowercase"
        " left right big Big displaystyle textstyle limits url path nolinkurl textlatin enquote mathop"
        " mathbin nocase bibnamefont bibfnamefont noindent allowbreak break unskip ignorespaces",
    )
)
"""Commands about the form of what follows them; it is printed."""

DROP_ARGUMENT = frozenset(
    re.findall(
        r"\w+",
        "footnote footnotemark thanks cite label ref href textcolor color colorbox vspace hspace bibinfo"
        " foreignlanguage selectlanguage noopsort SortNoop begin end fontsize phantom hphantom vphantom",
    )
)
"""Commands whose first argument is not printed."""

LIGATURES = {"--": "–", "---": "—", "``": "“", "''": "”", "`": "‘", "'": "’"}
"""Characters that LaTeX joins or prints as another one."""

NO_TEXT = re.compile(r"[-/!@()\[\]]")
"""After a backslash, these print nothing."""
A_SPACE = re.compile(r"[,;:> \\\t\r\n]")
"""After a backslash, these print a space."""
