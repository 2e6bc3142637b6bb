import Incident

/// The states a service went through, with the actions of each.
enum LadderBand {
    private struct State {
        var name: String
        /// Class in the style sheet, and sign.
        var kind: String
        var sign: String
        var detail: String
        var actions: [RuntimeData.Action] = []
    }

    static func html(_ data: IncidentData, _ runtime: RuntimeData) -> HTML {
        var states = [State(name: "Healthy", kind: "passed", sign: "✓", detail: "")]
        var actions = runtime.actions[...]
        for step in data.timeline {
            switch step.step {
            case "detect":
                states.append(State(name: "Failing", kind: "failed", sign: "✗", detail: step.detail))
            case "restart", "rollback", "undo":
                let name = ["restart": "Restart", "rollback": "Roll back"][step.step] ?? "Undo"
                // The engine's calls for it, up to the next other kind of step.
                let mine = actions.drop { $0.step != step.step }.prefix { $0.step == step.step }
                actions = actions[max(actions.startIndex, mine.endIndex)...]
                states.append(
                    State(
                        name: name, kind: "changed", sign: step.step == "restart" ? "↻" : "↩",
                        detail: step.detail,
                        actions: Array(mine)))
            case "verify" where step.outcome == "passed":
                // Left alone: it never left its state.
                if states.count == 1 {
                    states[0].detail = step.detail
                } else {
                    states.append(State(name: "Healthy", kind: "passed", sign: "✓", detail: step.detail))
                }
            case "escalate":
                states.append(State(name: "Needs a person", kind: "failed", sign: "!", detail: step.detail))
            default: break
            }
        }
        let items = states.map { state -> HTML in
            let done = state.actions.map { action -> HTML in
                let took = action.milliseconds.map { ", \(Number.duration(milliseconds: $0))" } ?? ""
                return """
                    <li>\(Prose.html(action.request)) <span class="note">attempt \(action.attempt): \
                    \(Visible.line(action.result))\(took)</span></li>
                    """
            }
            let list: HTML = done.isEmpty ? "" : "<ul class=\"plain\">\(done.joined())</ul>"
            let detail: HTML =
                state.detail.isEmpty || !done.isEmpty
                ? "" : "<p class=\"note\">\(Prose.html(state.detail))</p>"
            return """
                <li class="\(state.kind)"><p class="state"><span aria-hidden="true">\(state.sign)</span> \
                \(state.name)</p>\(detail)\(list)</li>
                """
        }
        return "<ol class=\"ladder\">\(items.joined(separator: "\n"))</ol>"
    }
}
