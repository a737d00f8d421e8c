/// `as PATH`: a loop with the segments and loops of another.
extension GuideResolver {
    /// What a copy needs to know on its way down.
    private struct Copying {
        /// The path as written after `as`.
        let token: Token
        /// Index of the loop that is copied, and of its copy.
        let original: Int
        let copy: Int
    }

    /// Fills the current loop with all that the named one has, each as a segment or loop of its own.
    mutating func copy(_ token: Token) {
        let copy = current
        loops[copy].isCopy = true
        let path = text.string(token)
        guard let original = loopOfPath[path], original != copy else {
            problems.append(text.problem(.undefinedLoop, quoting: token))
            return
        }
        if isOpen(original) {
            problems.append(text.problem(.unfinishedOriginal, quoting: token))
            return
        }
        copyChildren(
            of: original, into: copy, Copying(token: token, original: original, copy: copy))
    }

    private mutating func copyChildren(of original: Int, into copy: Int, _ copying: Copying) {
        for child in loops[original].children {
            switch child {
            case .segment(let index): copySegment(index, into: copy, copying)
            case .loop(let index):
                let inner = loops.count
                let path = "\(loops[copy].path)/\(loops[index].id)"
                loops[copy].children.append(.loop(inner))
                loops.append(
                    OpenLoop(
                        line: loops[index].line, id: loops[index].id, path: path, parent: copy,
                        isCopy: true))
                loopOfPath[path] = inner
                copyChildren(of: index, into: inner, copying)
            }
        }
    }

    private mutating func copySegment(_ index: Int, into loop: Int, _ copying: Copying) {
        let segment = segments[index]
        loops[loop].children.append(.segment(segments.count))
        segments.append(
            SegmentDefinition(
                id: segment.id, name: segment.name, usage: segment.usage,
                maximum: segment.maximum, loop: loop, table: table, position: segment.position,
                elements: segment.elements.map { copy($0, in: loop, copying) },
                notes: segment.notes, condition: copy(segment.condition, in: loop, copying)))
        segmentLines.append(segmentLines[index])
        usedTemplates.append(usedTemplates[index])
    }

    private mutating func copy(
        _ element: ElementDefinition, in loop: Int, _ copying: Copying
    ) -> ElementDefinition {
        let hasCondition =
            element.condition != nil || element.components.contains { $0.condition != nil }
        guard hasCondition else { return element }
        return ElementDefinition(
            position: element.position, name: element.name, usage: element.usage,
            maximum: element.maximum, number: element.number, type: element.type,
            minimumLength: element.minimumLength, maximumLength: element.maximumLength,
            codes: element.codes, codeList: element.codeList, listCodes: element.listCodes,
            components: element.components.map { copy($0, in: loop, copying) },
            notes: element.notes, condition: copy(element.condition, in: loop, copying))
    }

    /// The condition looks at the copy of its loop, or at the same loop where that is around both.
    private mutating func copy(
        _ condition: Condition?, in loop: Int, _ copying: Copying
    ) -> Condition? {
        guard let condition else { return nil }
        var around: Int? = loop
        let rest = loops[condition.loop].path.dropFirst(loops[copying.original].path.count)
        let isInside = isLoop(condition.loop, inside: copying.original)
        let path = isInside ? loops[copying.copy].path + rest : loops[condition.loop].path
        while let index = around {
            if loops[index].path == path {
                return Condition(
                    loop: index, segment: condition.segment, element: condition.element,
                    codes: condition.codes)
            }
            around = loops[index].parent
        }
        problems.append(text.problem(.distantCondition, quoting: copying.token))
        return nil
    }

    private func isLoop(_ loop: Int, inside outer: Int) -> Bool {
        var around: Int? = loop
        while let index = around {
            if index == outer { return true }
            around = loops[index].parent
        }
        return false
    }
}
