// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/headersreader.h"

#include "parser/base/asciicase.h"
#include "parser/base/quoting.h"
#include "parser/config/configfields.h"
#include "parser/config/secretdraft.h"

#include <algorithm>
#include <array>

namespace sightglass {
namespace {

using namespace std::string_view_literals;

constexpr std::array reservedNames = {
    "Authorization"sv, "Host"sv, "Content-Encoding"sv, "Content-Length"sv, "Content-Type"sv, "User-Agent"sv,
    "Connection"sv, "Keep-Alive"sv, "Proxy-Authenticate"sv, "Proxy-Authorization"sv, "Www-Authenticate"sv,
    "Accept-Encoding"sv, "X-Prometheus-Remote-Write-Version"sv, "X-Prometheus-Remote-Read-Version"sv,
    "X-Prometheus-Scrape-Timeout-Seconds"sv,
    // of Amazon's signatures
    "X-Amz-Date"sv, "X-Amz-Security-Token"sv, "X-Amz-Content-Sha256"sv};

struct HeaderDraft
{
    std::vector<Secret> values;
    std::vector<Secret> secrets;
    std::vector<Secret> files;
};

void readTexts(const YamlNode &node, std::vector<Secret> &target, ConfigReading &reading)
{
    target.clear();
    readSequence(node, "[]string", reading, [&](const YamlNode &item) {
        std::string text;
        readValue(item, text, reading);
        if (!isFieldText(text))
            reading.refuseValue(item.position, "invalid header field value");
        target.emplace_back(SecretText{std::move(text)});
    });
}

void readFiles(const YamlNode &node, HeaderDraft &draft, ConfigReading &reading)
{
    std::vector<std::string> paths;
    readValue(node, paths, reading);
    draft.files.clear();
    for (const std::string &path : paths)
        draft.files.emplace_back(SecretFile{reading.absolutePath(path)});
}

constexpr auto fields = std::to_array<ConfigField<HeaderDraft>>({
    {"values", [](const YamlNode &value, HeaderDraft &draft,
                  ConfigReading &reading) { readTexts(value, draft.values, reading); }},
    {"secrets", [](const YamlNode &value, HeaderDraft &draft,
                   ConfigReading &reading) { readTexts(value, draft.secrets, reading); }},
    {"files", readFiles},
});

} // namespace

std::string canonicalHeaderName(std::string_view name)
{
    if (!isFieldName(name))
        return std::string(name);
    std::string canonical = asciiLower(name);
    bool begins = true;
    for (char &c : canonical) {
        if (begins && c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
        begins = c == '-';
    }
    return canonical;
}

bool isReservedHeader(std::string_view name)
{
    const std::string canonical = canonicalHeaderName(name);
    return std::find(reservedNames.begin(), reservedNames.end(), canonical) != reservedNames.end();
}

std::vector<HttpHeader> readHttpHeaders(const YamlNode &node, ConfigReading &reading)
{
    std::vector<HttpHeader> headers;
    readMap(node, "config.Headers", reading,
            [&](std::string_view name, const YamlNode &key, const YamlNode &value) {
                const std::string canonical = canonicalHeaderName(name);
                HeaderDraft draft;
                readFields<HeaderDraft>(value, "config.Header", fields, draft, reading);
                if (isReservedHeader(canonical))
                    reading.refuseValue(key.position,
                                        "setting header " + goQuoted(canonical) + " is not allowed");
                if (!isFieldName(name))
                    reading.refuseValue(key.position, "invalid header field name " + goQuoted(name));
                HttpHeader &header = headers.emplace_back();
                header.name = canonical;
                for (const auto *values : {&draft.values, &draft.secrets, &draft.files})
                    header.values.insert(header.values.end(), values->begin(), values->end());
            });
    return headers;
}

} // namespace sightglass
