import Foundation
import Incident
import Mustache

/// A whole page around a body that a template makes.
struct Page {
    var title: String
    /// Links that lead up from here, the outermost first.
    var trail: [(title: String, href: String)] = []
    var template: String
    var model: Model
    var kind = Kind.file

    enum Kind {
        /// Opens from the file system; all is in it.
        case file
        /// Comes from a server that has style and script as files, and says the policy in a header.
        case live(refreshes: Bool)
    }

    /// A file needs nothing from elsewhere, and its policy lets nothing in: style and script are its own, by digest.
    func text() -> String {
        var page: Model = [
            "title": .text(Visible.line(title)), "hasTrail": .flag(!trail.isEmpty),
            "style": .html(Self.style), "script": .html(Self.script),
            "policy": .html(Self.policy), "isLive": .flag(isLive), "refreshes": .flag(refreshes),
            "content": .html(Self.render(model, with: template)),
        ]
        page["trail"] = .list(trail.map { ["title": .text($0.title), "href": .text($0.href)] })
        return Self.render(page, with: "page").text
    }

    private var isLive: Bool { if case .live = kind { true } else { false } }
    private var refreshes: Bool { if case .live(true) = kind { true } else { false } }

    static func render(_ model: Model, with template: String) -> HTML {
        HTML(stringLiteral: library.render(model, withTemplate: template) ?? "")
    }

    /// For a server's header too, which can say more than a page about itself.
    static let policy: HTML = {
        let style = Digest.sha256Base64(Data(Self.style.text.utf8))
        let script = Digest.sha256Base64(Data(Self.script.text.utf8))
        return HTML(
            stringLiteral: "default-src 'none'; style-src 'sha256-\(style)'; script-src 'sha256-\(script)'; "
                + "base-uri 'none'; form-action 'none'")
    }()

    private static let style = file(PackageResources.style_css)
    private static let script = file(PackageResources.script_js)

    private static func file(_ bytes: [UInt8]) -> HTML {
        HTML(stringLiteral: String(decoding: bytes, as: UTF8.self))
    }

    private static let library: MustacheLibrary = {
        var library = MustacheLibrary()
        for (name, bytes) in templates {
            do {
                try library.register(String(decoding: bytes, as: UTF8.self), named: name)
            } catch {
                // The templates are part of the program, and each is rendered in the tests.
                preconditionFailure("template \(name): \(error)")
            }
        }
        return library
    }()

    static let templates: [String: [UInt8]] = [
        "page": PackageResources.page_mustache,
        "mutation": PackageResources.mutation_mustache,
        "incident": PackageResources.incident_mustache,
        "scoreboard": PackageResources.scoreboard_mustache,
        "comparison": PackageResources.comparison_mustache,
        "watch": PackageResources.watch_mustache,
        "bench": PackageResources.bench_mustache,
        "benchComparison": PackageResources.benchComparison_mustache,
    ]
}
