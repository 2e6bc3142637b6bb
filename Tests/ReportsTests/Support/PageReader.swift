import Foundation

/// Reads a page with an XML parser; the pages are written so that they are both.
enum PageReader {
    static func read(_ page: String) throws -> [XMLReader.Element] {
        var text = page.replacingOccurrences(of: "<!DOCTYPE html>", with: "")
        // What XML cannot read and HTML writes this way: elements without an end, style and script as they are.
        for name in ["meta"] {
            text = text.replacingOccurrences(
                of: "<\(name)([^>]*)>", with: "<\(name)$1/>", options: .regularExpression)
        }
        text = text.replacingOccurrences(of: "<br>", with: "<br/>")
            .replacingOccurrences(of: "<wbr>", with: "<wbr/>")
        text = text.replacingOccurrences(
            of: "<input([^>]*?)( checked)?>", with: "<input$1/>", options: .regularExpression)
        text = text.replacingOccurrences(
            of: "<details([^>]*?)( open| data-missed)>", with: "<details$1>", options: .regularExpression)
        for name in ["style", "script"] {
            text = text.replacingOccurrences(of: "<\(name)>", with: "<\(name)><![CDATA[")
                .replacingOccurrences(of: "</\(name)>", with: "]]></\(name)>")
        }
        return try XMLReader.read(text)
    }
}
