/// What a browser allows the page: its own style and its own script, and nothing else.
///
/// They are named by their SHA-256, so that nothing that came into the page could run as a script.
/// Data is no script. A test compares the digests with the texts.
enum ReportPolicy {
    static let style: StaticString = "uGX+rKlmvdt5qLLhFEz8sbC6S2bVlk+nhngtRcL9OWA="
    static let script: StaticString = "f4kHmLSy23wqIEshb79G3aRwFz1OD8LB7+ltdTAl27E="

    static var text: String {
        "default-src 'none'; style-src 'sha256-\(style)'; script-src 'sha256-\(script)'; "
            + "base-uri 'none'; form-action 'none'"
    }
}
