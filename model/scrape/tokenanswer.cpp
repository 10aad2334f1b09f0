// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/tokenanswer.h"

#include "parser/base/asciicase.h"
#include "parser/base/trimmed.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <charconv>
#include <map>
#include <optional>
#include <utility>

namespace sightglass {

namespace {

using Values = std::map<std::string, std::string, std::less<>>;

std::optional<unsigned> hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return static_cast<unsigned>(c - '0');
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? std::optional(static_cast<unsigned>(lower - 'a') + 10U)
                                        : std::nullopt;
}

/// As Go's url.QueryUnescape; nothing for an escape that is none.
std::optional<std::string> unescaped(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            result += text[i] == '+' ? ' ' : text[i];
            continue;
        }
        const auto high = i + 2 < text.size() ? hexDigit(text[i + 1]) : std::nullopt;
        const auto low = high ? hexDigit(text[i + 2]) : std::nullopt;
        if (!low)
            return std::nullopt;
        result += static_cast<char>((*high << 4U) | *low);
        i += 2;
    }
    return result;
}

/// As Go's url.ParseQuery; of equal names the first.
std::optional<Values> parsedQuery(std::string_view query)
{
    Values values;
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(pair.size() + 1, query.size()));
        if (pair.empty())
            continue;
        const std::size_t equal = std::min(pair.find('='), pair.size());
        auto name = unescaped(pair.substr(0, equal));
        auto value = unescaped(pair.substr(std::min(equal + 1, pair.size())));
        if (!name || !value || pair.find(';') != std::string_view::npos)
            return std::nullopt;
        values.try_emplace(*std::move(name), *std::move(value));
    }
    return values;
}

std::int64_t wholeNumber(std::string_view text)
{
    std::int64_t number = 0;
    const char *const end = text.data() + text.size();
    if (text.starts_with('+'))
        text.remove_prefix(1);
    const auto [at, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && at == end ? number : 0;
}

bool isQuery(std::string_view contentType)
{
    const std::string type = asciiLower(trimmed(contentType.substr(0, contentType.find(';')), " \t"));
    return type == "application/x-www-form-urlencoded" || type == "text/plain";
}

std::optional<QJsonObject> parsedJson(std::string_view body)
{
    const auto document =
        QJsonDocument::fromJson(QByteArray(body.data(), static_cast<qsizetype>(body.size())));
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

TokenAnswer readQuery(std::string_view body)
{
    TokenAnswer answer;
    answer.form = TokenAnswer::Form::Query;
    answer.isJsonAsQuery = parsedJson(body).has_value();
    auto values = parsedQuery(body);
    if (!values) {
        answer.form = TokenAnswer::Form::Unreadable;
        return answer;
    }
    answer.token = (*values)["access_token"];
    answer.type = (*values)["token_type"];
    answer.error = (*values)["error"];
    answer.description = (*values)["error_description"];
    const std::string &seconds = (*values)["expires_in"];
    answer.expiresInSec = wholeNumber(seconds.empty() || seconds == "null" ? (*values)["expires"] : seconds);
    return answer;
}

TokenAnswer readJson(std::string_view body)
{
    TokenAnswer answer;
    const auto json = parsedJson(body);
    if (!json) {
        answer.form = TokenAnswer::Form::Unreadable;
        return answer;
    }
    const auto text = [&json](const char *name) {
        return json->value(QLatin1String(name)).toString().toStdString();
    };
    answer.token = text("access_token");
    answer.type = text("token_type");
    answer.error = text("error");
    answer.description = text("error_description");
    // Some servers send the number as a text.
    answer.expiresInSec = json->value(QLatin1String("expires_in")).toVariant().toLongLong();
    return answer;
}

} // namespace

TokenAnswer readTokenAnswer(std::string_view contentType, std::string_view body)
{
    return isQuery(contentType) ? readQuery(body) : readJson(body);
}

} // namespace sightglass
