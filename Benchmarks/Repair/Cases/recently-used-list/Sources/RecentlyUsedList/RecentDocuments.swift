/// The documents opened last, newest first, without repeats.
struct RecentDocuments {
    let limit: Int
    private(set) var documents: [String] = []
    private(set) var pinned: Set<String> = []

    init(limit: Int) {
        self.limit = limit
    }

    /// Moves a document to the top, or adds it there and drops the oldest one that is not pinned.
    mutating func open(_ document: String) {
        if let index = documents.firstIndex(of: document) {
            documents.remove(at: index)
            documents.insert(document, at: 0)
        }
        documents.insert(document, at: 0)
        while documents.count > limit, let oldest = documents.lastIndex(where: { !pinned.contains($0) }) {
            documents.remove(at: oldest)
        }
    }

    mutating func pin(_ document: String) {
        guard documents.contains(document) else { return }
        pinned.insert(document)
    }

    mutating func unpin(_ document: String) {
        pinned.remove(document)
    }
}
