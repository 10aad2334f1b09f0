// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/sentsecrets.h"

#include <QString>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

constexpr std::string_view mask = "***";
constexpr std::size_t longest = 16 * 1024;

/// In one pass: a mask is not looked into again.
std::string replaced(std::string_view text, const std::string &secret)
{
    std::string result;
    std::size_t from = 0;
    for (std::size_t at = text.find(secret); at != std::string_view::npos; at = text.find(secret, from)) {
        result.append(text.substr(from, at - from)).append(mask);
        from = at + secret.size();
    }
    return result.append(text.substr(from));
}

/// How much of the secret the text ends in, where that can be told from chance.
std::size_t begunAtEnd(std::string_view text, std::string_view secret)
{
    for (std::size_t size = std::min(text.size(), secret.size() - 1); size >= SentSecrets::shortest; --size) {
        if (text.ends_with(secret.substr(0, size)))
            return size;
    }
    return 0;
}

} // namespace

void SentSecrets::add(std::string_view text)
{
    if (text.size() > longest)
        return;
    addOne(std::string(text));
    const QString decoded = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    addOne(QUrl::toPercentEncoding(decoded).toStdString());
}

void SentSecrets::addCredentials(std::string_view value)
{
    const std::size_t blank = value.find(' ');
    add(blank == std::string_view::npos ? value : value.substr(blank + 1));
}

void SentSecrets::addOne(std::string text)
{
    if (text.size() < shortest || std::find(m_texts.begin(), m_texts.end(), text) != m_texts.end())
        return;
    const auto place = std::find_if(m_texts.begin(), m_texts.end(),
                                    [&text](const std::string &each) { return each.size() < text.size(); });
    m_texts.insert(place, std::move(text));
}

std::string SentSecrets::takenOutOf(std::string text) const
{
    for (const std::string &secret : m_texts)
        text = replaced(text, secret);
    for (const std::string &secret : m_texts) {
        if (const std::size_t begun = begunAtEnd(text, secret); begun > 0) {
            text.resize(text.size() - begun);
            return text.append(mask);
        }
    }
    return text;
}

} // namespace sightglass
