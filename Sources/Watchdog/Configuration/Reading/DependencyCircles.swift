/// Finds services that wait for themselves: each of them would be left alone for ever.
enum DependencyCircles {
    private enum Mark {
        case onPath
        case done
    }

    /// One circle for each edge that closes one, first and last name the same.
    static func find(in edges: [String: [String]], order: [String]) -> [[String]] {
        var marks: [String: Mark] = [:]
        var circles: [[String]] = []
        // The path is kept here and not on the call stack: ten thousand services in a row are no reason to crash.
        for start in order where marks[start] == nil {
            var path: [(name: String, next: Int)] = [(start, 0)]
            marks[start] = .onPath
            while let (name, next) = path.last {
                guard let target = edges[name]?.dropFirst(next).first else {
                    marks[name] = .done
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                switch marks[target] {
                case .onPath:
                    let from = path.firstIndex { $0.name == target } ?? 0
                    circles.append(path[from...].map(\.name) + [target])
                case nil where edges[target] != nil:
                    marks[target] = .onPath
                    path.append((target, 0))
                case nil, .done: break
                }
            }
        }
        return circles
    }
}
