// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/parser/http/httptranscript.h"

#include "parser/http/bodyframing.h"

#include <type_traits>

namespace sightglass::test {

namespace {

using namespace sightglass::http;

/// Hands a message out in slices; what a parser leaves of a slice comes with the next one.
class Slices
{
public:
    Slices(std::string_view message, std::size_t size)
        : m_rest(message)
        , m_size(size)
    {}

    [[nodiscard]] bool empty() const { return m_rest.empty(); }
    [[nodiscard]] std::string_view rest() const { return m_rest; }

    /// Calls `take` with the next slice.
    template<typename Take>
    auto feed(Take take)
    {
        std::string_view slice = m_rest.substr(0, m_size);
        const std::size_t before = slice.size();
        auto result = take(slice);
        m_rest.remove_prefix(before - slice.size());
        return result;
    }

private:
    std::string_view m_rest;
    std::size_t m_size;
};

std::string startLine(const RequestHead &head)
{
    return head.method + " " + head.target;
}

std::string startLine(const ResponseHead &head)
{
    return std::to_string(head.status) + " [" + head.reason + "]";
}

Result<BodyFraming> framingOf(const RequestHead &head)
{
    return requestBodyFraming(head);
}

Result<BodyFraming> framingOf(const ResponseHead &head)
{
    return responseBodyFraming(head, "GET");
}

std::string failure(const Error &error)
{
    return "! " + plainText(error) + "\n";
}

std::string decodeChunks(Slices &slices, LineEnds ends, const ChunkLimits &limits)
{
    ChunkedDecoder decoder(ends, limits);
    std::string data;
    while (!slices.empty() && !decoder.complete()) {
        const auto piece = slices.feed([&](std::string_view &bytes) { return decoder.next(bytes); });
        if (!piece)
            return "data " + data + "\n" + failure(piece.error());
        data += *piece;
    }
    return "data " + data + "\n" + (decoder.complete() ? "complete" : "incomplete") + ", " +
           std::to_string(slices.rest().size()) + " left\n";
}

std::string describe(const BodyFraming &framing)
{
    const std::string distrust = framing.distrusted ? ", distrusted\n" : "\n";
    switch (framing.end) {
    case BodyEnd::None:
        return "no body" + distrust;
    case BodyEnd::Length:
        return "body of " + std::to_string(framing.length) + distrust;
    case BodyEnd::Chunked:
        return "chunked" + distrust;
    case BodyEnd::Close:
        return "until closed" + distrust;
    }
    return {};
}

template<typename Head>
std::string messageTranscript(std::string_view message, std::size_t slice, const HeadLimits &limits)
{
    Slices slices(message, slice);
    HeadReader<Head> reader(limits);
    while (!slices.empty() && !reader.complete()) {
        const Status taken = slices.feed([&](std::string_view &bytes) { return reader.read(bytes); });
        if (!taken)
            return failure(taken.error());
    }
    if (!reader.complete())
        return "incomplete\n";
    const Head &head = reader.head();
    std::string text = startLine(head) + (head.version == Version::Http10 ? " 1.0" : " 1.1") +
                       (keepsConnection(head.version, head.fields) ? " keep\n" : " close\n");
    for (const auto &field : head.fields)
        text += "{" + field.name + "}{" + field.value + "}\n";
    const auto framing = framingOf(head);
    if (!framing)
        return text + failure(framing.error());
    text += describe(*framing);
    constexpr bool strict = std::is_same_v<Head, RequestHead>;
    if (framing->end == BodyEnd::Chunked)
        return text + decodeChunks(slices, strict ? LineEnds::CrLf : LineEnds::CrLfOrLf, {});
    return text + std::to_string(slices.rest().size()) + " left\n";
}

} // namespace

std::string answerTranscript(std::string_view message, std::size_t slice, const ResponseLimits &limits)
{
    using Event = ResponseReader::Event;
    Slices slices(message, slice);
    ResponseReader reader("GET", limits);
    std::string text;
    std::string data;
    for (;;) {
        const auto event = slices.feed([&](std::string_view &bytes) { return reader.next(bytes); });
        if (!event)
            return text + "data " + data + "\n" + failure(event.error());
        if (*event == Event::Head)
            text = startLine(reader.head()) + " " + describe(reader.framing());
        if (*event == Event::Data)
            data += reader.data();
        if (*event == Event::End)
            return text + "data " + data + (reader.keepsConnection() ? "\nend, keep, " : "\nend, close, ") +
                   std::to_string(slices.rest().size()) + " left\n";
        if (*event == Event::NeedsBytes && slices.empty())
            return text + "data " + data + "\n" + (reader.begun() ? "begun, " : "") +
                   (reader.close() ? "complete\n" : "cut short\n");
    }
}

std::string requestTranscript(std::string_view message, std::size_t slice, const HeadLimits &limits)
{
    return messageTranscript<RequestHead>(message, slice, limits);
}

std::string responseTranscript(std::string_view message, std::size_t slice, const HeadLimits &limits)
{
    return messageTranscript<ResponseHead>(message, slice, limits);
}

std::string chunksTranscript(std::string_view body, std::size_t slice, LineEnds ends,
                             const ChunkLimits &limits)
{
    Slices slices(body, slice);
    return decodeChunks(slices, ends, limits);
}

} // namespace sightglass::test
