// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/http/bodyframing.h"

#include <charconv>
#include <limits>
#include <optional>
#include <string>

namespace sightglass::http {

namespace {

constexpr std::string_view lengthName = "Content-Length";
constexpr std::string_view codingName = "Transfer-Encoding";

/// All values of a field as one, as RFC 9110, 5.3 combines them.
std::string combined(const HeaderFields &fields, std::string_view name)
{
    std::string all;
    for (const auto &field : fields) {
        if (!equalsIgnoringCase(field.name, name))
            continue;
        all += all.empty() ? "" : ", ";
        all += field.value;
    }
    return all;
}

Error lengthError(const HeaderFields &fields)
{
    return Error{ErrorCode::HttpLengthInvalid, {excerpt(combined(fields, lengthName))}, {}, {}};
}

/// 1*DIGIT, nothing else, at most 2^63-1.
std::optional<std::uint64_t> parseLength(std::string_view text)
{
    std::uint64_t length = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), length);
    constexpr auto largest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (failure != std::errc() || end != text.data() + text.size() || length > largest)
        return std::nullopt;
    return length;
}

/// Whether the one coding is "chunked", HttpCodingUnsupported where there is any other.
Status checkCoding(const HeaderFields &fields)
{
    const auto codings = fields.elements(codingName);
    if (codings.size() == 1 && equalsIgnoringCase(codings.front(), "chunked"))
        return Done{};
    return Error{ErrorCode::HttpCodingUnsupported, {excerpt(combined(fields, codingName))}, {}, {}};
}

/// The one length that all Content-Length fields agree on; empty where they do not or are no numbers.
std::optional<std::uint64_t> agreedLength(const HeaderFields &fields)
{
    std::optional<std::uint64_t> agreed;
    for (const auto &field : fields) {
        if (!equalsIgnoringCase(field.name, lengthName))
            continue;
        const auto elements = listElements(field.value);
        if (elements.empty())
            return std::nullopt;
        for (const std::string_view element : elements) {
            const auto length = parseLength(element);
            if (!length || agreed.value_or(*length) != *length)
                return std::nullopt;
            agreed = length;
        }
    }
    return agreed;
}

bool hasNoBody(int status, std::string_view method)
{
    const bool tunnel = method == "CONNECT" && status / 100 == 2;
    return method == "HEAD" || tunnel || status / 100 == 1 || status == 204 || status == 304;
}

} // namespace

Result<BodyFraming> requestBodyFraming(const RequestHead &head)
{
    const std::size_t lengths = head.fields.count(lengthName);
    if (head.fields.count(codingName) > 0) {
        if (lengths > 0)
            return lengthError(head.fields);
        const Status coded = checkCoding(head.fields);
        if (!coded)
            return coded.error();
        if (head.version == Version::Http10)
            return Error{ErrorCode::HttpCodingUnsupported, {"HTTP/1.0"}, {}, {}};
        return BodyFraming{BodyEnd::Chunked, 0, false};
    }
    if (lengths == 0)
        return BodyFraming{};
    const auto length = parseLength(head.fields.value(lengthName));
    if (lengths > 1 || !length)
        return lengthError(head.fields);
    return BodyFraming{BodyEnd::Length, *length, false};
}

Result<BodyFraming> responseBodyFraming(const ResponseHead &head, std::string_view method)
{
    if (hasNoBody(head.status, method))
        return BodyFraming{};
    const bool hasLength = head.fields.count(lengthName) > 0;
    if (head.fields.count(codingName) > 0) {
        const Status coded = checkCoding(head.fields);
        if (!coded)
            return coded.error();
        return BodyFraming{BodyEnd::Chunked, 0, hasLength || head.version == Version::Http10};
    }
    if (!hasLength)
        return BodyFraming{BodyEnd::Close, 0, false};
    const auto length = agreedLength(head.fields);
    if (!length)
        return lengthError(head.fields);
    return BodyFraming{BodyEnd::Length, *length, false};
}

} // namespace sightglass::http
