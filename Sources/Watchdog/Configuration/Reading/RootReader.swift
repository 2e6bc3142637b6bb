import Watchdog
import Yams

/// Reads the whole document.
struct RootReader {
    private let problems: Problems
    private var configuration = WatchConfiguration()

    private init(problems: Problems) { self.problems = problems }

    static func read(_ node: Node, problems: Problems) -> WatchConfiguration {
        var reader = RootReader(problems: problems)
        guard case .mapping(let mapping) = node else {
            problems.add("the file must be a mapping that begins with 'version: 1'", at: Place(node))
            return reader.configuration
        }
        reader.read(Fields(mapping, at: Place(node), section: .root, problems: problems))
        return reader.configuration
    }

    private mutating func read(_ fields: Fields) {
        readVersion(fields["version"])
        if let value = fields["engine"] { readEngine(value) }
        if let value = fields["journal"], let path = value.text("a path") { configuration.journal = path }
        if let value = fields["artifacts"], let path = value.text("a path") { configuration.artifacts = path }
        if let value = fields["listen"] { readListen(value) }
        if let value = fields["notify"], let list = value.list("[{webhook: {url: http://127.0.0.1:9000/}}]") {
            configuration.notify = list.compactMap(NotifierReader.read)
        }
        var defaults = ServiceDraft()
        let own = ["container": "each service has its own", "depends_on": "each service has its own"]
        if let shared = fields["defaults"]?.fields(.defaults, advice: own) {
            defaults = ServiceReader.read(shared, over: defaults)
        }
        guard let value = fields["services"] else {
            return problems.add("'services' is missing: there is nothing to watch", at: .start)
        }
        guard let services = value.named() else { return }
        if services.keys.isEmpty {
            problems.add("'services' is empty: there is nothing to watch", at: value.keyPlace)
        }
        configuration.services = ServicesReader.read(services, defaults: defaults, problems: problems)
    }

    private func readVersion(_ value: Value?) {
        guard let value else {
            return problems.add("'version' is missing: the file begins with 'version: 1'", at: .start)
        }
        guard let version = value.whole(0...(.max)), version != 1 else { return }
        value.refuse("version \(version) is not known; this lab reads version 1")
    }

    // MARK: - Engine

    private mutating func readEngine(_ value: Value) {
        let kinds = ["auto"] + EngineKind.allCases.map(\.rawValue)
        var choice = EngineChoice()
        if value.isScalar {
            choice.kind = value.choice(kinds).flatMap(EngineKind.init(rawValue:))
            if choice.kind == .process {
                value.refuse("the process engine needs a root: write {kind: process, root: ./containers}")
            }
        } else if let fields = value.fields(.engine) {
            choice.kind = fields["kind"]?.choice(kinds).flatMap(EngineKind.init(rawValue:))
            choice.socket = fields["socket"]?.text("a path")
            choice.root = fields["root"]?.text("a path")
            if choice.kind == .process {
                if fields["root"] == nil { value.refuse("the process engine needs a 'root'") }
                if let socket = fields["socket"] {
                    problems.add("the process engine has no socket", at: socket.keyPlace)
                }
            } else if let root = fields["root"] {
                problems.add("'root' is for the process engine only", at: root.keyPlace)
            }
        }
        configuration.engine = choice
    }

    // MARK: - Listening

    private mutating func readListen(_ value: Value) {
        if value.isWord("off") {
            configuration.listen = nil
        } else if let (host, port) = value.hostAndPort(0...65535) {
            configuration.listen = ListenAddress(host: host, port: port)
        }
    }
}
