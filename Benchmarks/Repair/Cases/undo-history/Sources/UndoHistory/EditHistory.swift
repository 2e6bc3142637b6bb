/// A text with undo and redo.
struct EditHistory {
    private(set) var text: String
    private var undoStack: [String] = []
    private var redoStack: [String] = []
    let depth: Int

    init(text: String = "", depth: Int = 100) {
        self.text = text
        self.depth = max(1, depth)
    }

    var canUndo: Bool { !undoStack.isEmpty }
    var canRedo: Bool { !redoStack.isEmpty }

    /// Replaces the text. What was undone before can no longer be redone.
    mutating func edit(_ newText: String) {
        guard newText != text else { return }
        undoStack.append(text)
        if undoStack.count > depth { undoStack.removeFirst() }
        redoStack.removeAll()
        text = newText
    }

    /// Goes back one step, if there is one.
    mutating func undo() {
        guard canUndo else { return }
        redoStack.append(text)
        text = undoStack.removeLast()
    }

    /// Goes forward one step, if there is one.
    mutating func redo() {
        undoStack.append(text)
        text = redoStack.removeLast()
    }
}
