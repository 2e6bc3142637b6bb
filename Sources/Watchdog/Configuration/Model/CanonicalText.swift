import Watchdog

/// A value as lines of `path=leaf` that depend on the value alone.
///
/// It walks what is there by reflection: a setting added to a policy later is part of the text without being listed.
enum CanonicalText {
    static func of(_ value: Any) -> String {
        var lines: [String] = []
        walk(value, path: "", into: &lines)
        return lines.joined(separator: "\n") + "\n"
    }

    private static func walk(_ value: Any, path: String, into lines: inout [String]) {
        if let duration = value as? Duration {
            lines.append("\(path)=\(duration.wholeNanoseconds)ns")
            return
        }
        if let text = value as? String {
            lines.append("\(path)=\(text.debugDescription)")
            return
        }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional:
            if let some = mirror.children.first { walk(some.value, path: path, into: &lines) }
        case .set, .dictionary:
            // Their order differs from run to run.
            let parts = mirror.children.map { child in
                var lines: [String] = []
                walk(child.value, path: path + "{}", into: &lines)
                return lines.joined(separator: "\n")
            }
            lines += parts.sorted()
        case .collection:
            for (index, child) in mirror.children.enumerated() {
                walk(child.value, path: "\(path)[\(index)]", into: &lines)
            }
        default:
            guard !mirror.children.isEmpty else {
                lines.append("\(path)=\(value)")
                return
            }
            for (index, child) in mirror.children.enumerated() {
                walk(child.value, path: "\(path).\(child.label ?? "\(index)")", into: &lines)
            }
        }
    }
}
