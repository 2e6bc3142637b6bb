import Crypto
import Foundation
import Watchdog

/// The page for a person with a browser: plain HTML, no script, nothing from elsewhere, everything escaped.
enum StatusPage {
    static let style =
        "body{font:16px system-ui,sans-serif;margin:2rem}table{border-collapse:collapse}"
        + "th,td{text-align:left;padding:.3rem .8rem;border-bottom:1px solid #ccc}"

    /// What the content security policy allows.
    static let styleHash = Data(SHA256.hash(data: Data(style.utf8))).base64EncodedString()

    static func html(_ statuses: [ServiceStatus], incidents: [IncidentSummary]) -> String {
        var rows = ""
        for status in statuses {
            let ready = status.isReady.map { $0 ? "yes" : "no" } ?? "–"
            rows +=
                "<tr><td>\(escaped(status.service))</td><td>\(escaped(words(status.state)))</td>"
                + "<td>\(ready)</td><td>\(escaped(status.image ?? "–"))</td>"
                + "<td>\(status.budgetLeft) of \(status.budgetLimit)</td>"
                + "<td>\(escaped(status.holds.map { words($0.rawValue) }.joined(separator: ", ")))</td>"
                + "<td>\(escaped(status.lastProbe ?? "–"))</td></tr>\n"
        }
        var list = ""
        for incident in incidents.prefix(50) {
            list +=
                "<li>\(escaped(incident.time)) <a href=\"/incidents/\(escaped(path(incident.id)))\">"
                + "\(escaped(incident.summary))</a></li>\n"
        }
        return """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>lab watch</title>
            <meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="5">
            <style>\(style)</style></head>
            <body>
            <h1>lab watch</h1>
            <table>
            <thead><tr><th scope="col">service</th><th scope="col">state</th><th scope="col">ready</th>\
            <th scope="col">image</th><th scope="col">restarts left</th><th scope="col">held</th>\
            <th scope="col">last probe</th></tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>
            <h2>Incidents</h2>
            <ol>
            \(list)</ol>
            </body>
            </html>

            """
    }

    private static func words(_ name: String) -> String { name.replacing("_", with: " ") }

    private static func path(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    /// Safe between tags and inside of quoted attributes.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\u{0}"..."\u{8}", "\u{b}", "\u{c}", "\u{e}"..."\u{1f}", "\u{7f}": result += "\u{fffd}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
