// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/tokenanswer.h"

#include "parser/base/asciicase.h"
#include "parser/base/trimmed.h"
#include "parser/base/urlquery.h"

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

/// Of equal names the first; nothing where the text is damaged.
std::optional<Values> parsedQuery(std::string_view query)
{
    Values values;
    const std::string wrong = readUrlQuery(query, [&values](std::string name, std::string value) {
        values.try_emplace(std::move(name), std::move(value));
        return std::string();
    });
    return wrong.empty() ? std::optional(std::move(values)) : std::nullopt;
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
