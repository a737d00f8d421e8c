import CareModel
import Diagnostics
import XMLSyntax

// Bundle: type, entry* (fullUrl, resource, request (method, url)); of these each comes once but entry.
extension FHIRBuilder {
    mutating func startInBundle(_ event: XMLEvent, _ reader: inout XMLReader) {
        let name = numbers.name(event.name)
        if name == .entry {
            if frames.count == 1 { entryCount += 1 }
            frames.append(Frame(kind: .entry, start: event.range.start))
            return
        }
        skipped = 1
        guard comesOnce(name, event), let value = reader.value(numbers.value, of: event) else {
            return
        }
        let isOutermost = frames.count == 1
        if isOutermost { bundle.set(name, value) }
        tree.isNewestFirst = bundle.isHistory
    }

    mutating func startInEntry(_ event: XMLEvent, _ reader: inout XMLReader) {
        let name = numbers.name(event.name)
        if name == .resource {
            return frames.append(Frame(kind: .holder, start: event.range.start))
        }
        let isFirst = comesOnce(name, event)
        switch name {
        case .fullUrl where isFirst:
            skipped = 1
            guard let value = reader.value(numbers.value, of: event) else { return }
            frames[frames.count - 1].fullURL = tree.texts.add(value)
        case .request where isFirst:
            frames.append(Frame(kind: .request, start: event.range.start))
        default: skipped = 1
        }
    }

    /// Whether an element comes for the first time in the Bundle, the entry or the request that is
    /// open; another is told of, and not read.
    private mutating func comesOnce(_ name: FHIRName, _ event: XMLEvent) -> Bool {
        let mark = FHIROnce(name)
        let frame = frames[frames.count - 1]
        guard frame.come.isDisjoint(with: mark) else {
            bundle.addRepeat(event.range, line: event.line, of: mark, in: frame.kind.place)
            return false
        }
        frames[frames.count - 1].come.formUnion(mark)
        return true
    }

    /// The method and the address of an entry: which resource it deletes.
    mutating func startInRequest(_ event: XMLEvent, _ reader: inout XMLReader) {
        skipped = 1
        let name = numbers.name(event.name)
        guard comesOnce(name, event), let value = reader.value(numbers.value, of: event) else {
            return
        }
        switch name {
        case .method where value.elementsEqual("DELETE".utf8):
            frames[frames.count - 2].isDeletion = true
        case .url where frames[frames.count - 2].isDeletion:
            let type = tree.type(of: tree.texts.add(value))
            if type.isReferral { bundle.addDeletion(event.range, line: event.line) }
        default: break
        }
    }

    /// An entry has one resource; another is told of, and read all the same: none is lost.
    mutating func noteSecondResource(_ event: XMLEvent) {
        guard frames.count >= 2, frames[frames.count - 2].kind == .entry,
            frames[frames.count - 2].resource >= 0
        else { return }
        bundle.addRepeat(
            event.range, line: event.line, of: .resource, in: Kind.entry.place)
    }

    /// Begins a Bundle inside another, to which its resources' names belong.
    mutating func startInnerBundle(_ event: XMLEvent) {
        bundleCount += 1
        var frame = Frame(kind: .bundle, start: event.range.start)
        frame.bundle = bundleCount
        openBundles.append(bundleCount)
        frames.append(frame)
    }
}
