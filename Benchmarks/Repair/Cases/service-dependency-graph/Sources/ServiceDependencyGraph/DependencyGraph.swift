/// Which service calls which.
struct DependencyGraph {
    private var calls: [String: [String]] = [:]

    mutating func add(_ service: String, calls target: String) {
        calls[service, default: []].append(target)
    }

    /// Every service that is reached by calls from this one, without itself.
    func dependencies(of service: String) -> Set<String> {
        var reached: Set<String> = []
        var expanded: Set<String> = [service]
        var pending = [service]
        while let current = pending.popLast() {
            for target in calls[current] ?? [] where target != service {
                reached.insert(target)
                if !expanded.contains(target) {
                    pending.append(target)
                }
            }
        }
        return reached
    }

    /// The services that stop working when this one does, sorted.
    func affected(byOutageOf service: String) -> [String] {
        calls.keys.filter { dependencies(of: $0).contains(service) }.sorted()
    }
}
