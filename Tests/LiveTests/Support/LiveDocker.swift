import Foundation

/// A real engine, asked in its own words: nothing of the lab's is in between.
struct LiveDocker: Sendable {
    struct Refusal: Error, CustomStringConvertible {
        var description: String
    }

    let socket: String

    @discardableResult
    func ask(
        _ method: String, _ path: String, _ body: JSONValue? = nil, unless ignored: Int? = nil
    ) throws -> JSONValue {
        let data = try body.map { try JSONEncoder().encode($0) }
        let answer = try Wire.ask(
            .unix(socket), method, path, headers: ["Content-Type": "application/json"], body: data)
        guard (200...304).contains(answer.status) || answer.status == ignored else {
            throw Refusal(
                description:
                    "\(method) \(path): \(answer.status) \(String(decoding: answer.body, as: UTF8.self))")
        }
        return (try? JSONValue(answer.body)) ?? .null
    }

    var answers: Bool { (try? Wire.ask(.unix(socket), "GET", "/_ping", seconds: 5).status) == 200 }

    // MARK: - Containers

    func create(_ name: String, _ body: JSONValue) throws -> String {
        try ask("POST", "/containers/create?name=\(name)", body)["Id"].text ?? ""
    }

    func start(_ name: String) throws { try ask("POST", "/containers/\(name)/start") }

    /// Not an error where there is none.
    func stop(_ name: String) throws { try ask("POST", "/containers/\(name)/stop?t=2", unless: 404) }

    /// By force; with the volumes that have no name. Not an error where there is none.
    func remove(_ name: String, keepsVolumes: Bool = false) throws {
        try ask("DELETE", "/containers/\(name)?force=true&v=\(!keepsVolumes)", unless: 404)
    }

    /// Null where there is none.
    func inspect(_ name: String) throws -> JSONValue {
        let inspection = try ask("GET", "/containers/\(name)/json", unless: 404)
        return inspection["Id"] == .null ? .null : inspection
    }

    /// Names of all containers that begin like this, running or not.
    func names(beginning prefix: String) throws -> [String] {
        try ask("GET", "/containers/json?all=true").array.compactMap { $0["Names"][0].text?.dropFirst() }
            .filter { $0.hasPrefix(prefix) }.map(String.init).sorted()
    }

    // MARK: - Images and networks

    /// Digest of a reference; nil where there is none.
    func digest(_ reference: String) throws -> String? {
        try ask("GET", "/images/\(reference)/json", unless: 404)["Id"].text
    }

    func tag(_ image: String, _ repository: String, _ tag: String) throws {
        try ask("POST", "/images/\(image)/tag?repo=\(repository)&tag=\(tag)")
    }

    func untag(_ reference: String) throws { try ask("DELETE", "/images/\(reference)", unless: 404) }

    func build(_ folder: URL, tag: String) throws {
        let tar = try Shell.run("tar", "-C", folder.path, "-c", ".").output
        let answer = try Wire.ask(
            .unix(socket), "POST", "/build?t=\(tag)&rm=true&forcerm=true",
            headers: ["Content-Type": "application/x-tar"], body: tar)
        guard answer.status == 200, try digest(tag) != nil else {
            throw Refusal(description: "\(tag): \(String(decoding: answer.body, as: UTF8.self))")
        }
    }
}
