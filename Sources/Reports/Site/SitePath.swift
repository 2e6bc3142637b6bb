/// Names of a site's files: whatever the names they come from, they stay inside of it and are no pages.
enum SitePath {
    /// "code/zero_division" of a folder of that name; "incident" of none.
    static func folder(_ folder: String) -> String {
        let parts = folder.split(separator: "/").map { plain(String($0)) }
        return parts.isEmpty ? "incident" : parts.joined(separator: "/")
    }

    /// A copy of an artifact opens as text: a name that a browser might run gets `.txt`.
    static func copy(of name: String) -> String {
        let name = plain(name)
        return [".txt", ".json", ".diff", ".log"].contains(where: name.hasSuffix) ? name : name + ".txt"
    }

    private static func plain(_ name: String) -> String {
        let kept = name.unicodeScalars.map { scalar -> Character in
            scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                || scalar == "_" || scalar == "-" || scalar == "." ? Character(scalar) : "-"
        }
        let text = String(kept.prefix(120))
        // ".." and hidden files are nobody's name.
        return text.hasPrefix(".") || text.isEmpty ? "_" + text : text
    }

    /// Within a link.
    static func escape(_ path: String) -> String { SARIF.uri(path) }
}
