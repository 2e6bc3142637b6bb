import Watchdog

/// Reads `services`, and checks what only the whole of a service, or of all services, tells.
struct ServicesReader {
    private let problems: Problems
    private var services: [ServiceSpec] = []
    private var names: [String] = []
    private var containers: [String: String] = [:]
    private var dependencies: [(service: String, on: Value, name: String)] = []

    init(problems: Problems) { self.problems = problems }

    static func read(_ fields: Fields, defaults: ServiceDraft, problems: Problems) -> [ServiceSpec] {
        var reader = ServicesReader(problems: problems)
        for name in fields.keys {
            if let value = fields[name] { reader.read(value, name: name, defaults: defaults) }
        }
        reader.checkDependencies()
        return reader.services
    }

    private mutating func read(_ value: Value, name: String, defaults: ServiceDraft) {
        names.append(name)
        guard Self.isName(name) else {
            return problems.add(
                "'\(name.prefix(40))' is no name for a service: letters, digits, '.', '_' and '-', up to 100, "
                    + "beginning with a letter or digit", at: value.keyPlace)
        }
        guard let fields = value.fields(.service) else { return }
        let draft = ServiceReader.read(fields, over: defaults)
        let container = fields["container"].flatMap(container(of:)) ?? name
        if let other = containers.updateValue(name, forKey: container) {
            problems.add(
                "service '\(name)': container '\(container)' is already watched as '\(other)'",
                at: fields["container"]?.place ?? value.keyPlace)
        }
        check(draft, name: name, at: value.keyPlace)
        services.append(
            ServiceSpec(
                name: name, container: container,
                liveness: draft.liveness.map { $0.spec(interval: draft.interval, timeout: draft.timeout) },
                readiness: draft.readiness.map { $0.spec(interval: draft.interval, timeout: draft.timeout) },
                policy: policy(draft), dependsOn: dependsOn(fields["depends_on"], of: name),
                maintenance: draft.maintenance, logLines: draft.logLines))
    }

    private func container(of value: Value) -> String? {
        guard let text = value.text("the name of a container") else { return nil }
        guard !text.contains(where: { $0 == "/" || $0.isWhitespace }) else {
            value.refuse("'container' must be the name of a container, not '\(text.prefix(40))'")
            return nil
        }
        return text
    }

    private static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, text.utf8.count <= 100 else { return false }
        func isWord(_ byte: UInt8) -> Bool {
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        return isWord(first) && text.utf8.allSatisfy { isWord($0) || "._-".utf8.contains($0) }
    }

    // MARK: - Settings that have to agree

    private func check(_ draft: ServiceDraft, name: String, at place: Place) {
        if draft.liveness.isEmpty, draft.places["liveness"] == nil {
            problems.add(
                "service '\(name)' needs 'liveness': without a probe nothing can be watched", at: place)
        }
        let policy = draft.policy
        if policy.flapFailures > policy.flapWindow {
            problems.add(
                "service '\(name)': flap: \(policy.flapFailures) failures never fit into a window of "
                    + "\(policy.flapWindow)", at: draft.places["flap"] ?? place)
        }
        if policy.backoff.limit < policy.backoff.initial {
            problems.add(
                "service '\(name)': restart.backoff: the limit \(DurationText.of(policy.backoff.limit)) is shorter "
                    + "than the initial \(DurationText.of(policy.backoff.initial))",
                at: draft.places["backoff"] ?? place)
        }
        if let limit = draft.verificationLimit, limit <= draft.shortestVerification {
            problems.add(
                "service '\(name)': verify.limit \(DurationText.of(limit)) is impossible: \(draft.passesToVerify) "
                    + "passes, \(DurationText.of(draft.lookInterval)) apart, take longer"
                    + (draft.passesToVerify > policy.successThreshold
                        ? " (as many as flap.of, after flapping)" : ""),
                at: draft.places["verify.limit"] ?? place)
        }
    }

    /// Without a limit of its own, verification has time for twice the passes that it asks for.
    private func policy(_ draft: ServiceDraft) -> LadderPolicy {
        var policy = draft.policy
        policy.verificationLimit =
            draft.verificationLimit
            ?? max(policy.verificationLimit, policy.startPeriod + draft.shortestVerification * 2)
        return policy
    }

    // MARK: - Dependencies

    private mutating func dependsOn(_ value: Value?, of service: String) -> [String] {
        guard let value, let list = value.list("[db]") else { return [] }
        var seen: [String] = []
        for element in list {
            guard let name = element.text("the name of a service") else { continue }
            if seen.contains(name) {
                element.refuse("service '\(service)' depends on '\(name)' twice")
            } else {
                seen.append(name)
                dependencies.append((service, element, name))
            }
        }
        return seen
    }

    private func checkDependencies() {
        let known = Set(names)
        for (service, value, name) in dependencies where !known.contains(name) {
            value.refuse(
                "service '\(service)' depends on '\(name)', which there is not"
                    + Spelling.advice(for: name, in: names.filter { $0 != service }))
        }
        var edges: [String: [String]] = [:]
        for (service, _, name) in dependencies { edges[service, default: []].append(name) }
        for circle in DependencyCircles.find(in: edges, order: names) {
            let place = dependencies.first { $0.service == circle[0] && $0.name == circle[1] }?.on.place
            problems.add(
                "'\(circle[0])' depends on itself: \(circle.joined(separator: " → "))", at: place ?? .start)
        }
    }
}
