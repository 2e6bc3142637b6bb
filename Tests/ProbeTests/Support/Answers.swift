/// Whole answers, as a well-behaved server writes them.
enum Answers {
    static func status(_ status: String, headers: [String] = [], body: String = "ok") -> String {
        let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)"] + headers
        return lines.joined(separator: "\r\n") + "\r\n\r\n" + body
    }

    static let ok = status("200 OK")

    static func redirect(to location: String, status: String = "302 Found") -> String {
        self.status(status, headers: ["Location: \(location)"], body: "")
    }
}
