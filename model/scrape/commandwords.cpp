// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/commandwords.h"

#include <QStringView>

#include <optional>
#include <utility>

namespace sightglass {

namespace {

class Splitter
{
public:
    explicit Splitter(QStringView line)
        : m_rest(line)
    {}

    /// Nothing where a quote stays open.
    std::optional<QStringList> split()
    {
        while (!m_rest.isEmpty()) {
            const QChar c = take();
            if (c.isSpace())
                endWord();
            else if (!takePart(c))
                return std::nullopt;
        }
        endWord();
        return std::move(m_words);
    }

private:
    QChar take()
    {
        const QChar c = m_rest.front();
        m_rest = m_rest.sliced(1);
        return c;
    }

    /// What begins with c: false where its end is missing.
    bool takePart(QChar c)
    {
        m_inWord = true;
        if (c == u'\'')
            return takeLiteral();
        if (c == u'"')
            return takeQuoted();
        if (c != u'\\') {
            m_word += c;
            return true;
        }
        if (m_rest.isEmpty())
            return false;
        m_word += take();
        return true;
    }

    bool takeLiteral()
    {
        const qsizetype end = m_rest.indexOf(u'\'');
        if (end < 0)
            return false;
        m_word += m_rest.first(end);
        m_rest = m_rest.sliced(end + 1);
        return true;
    }

    bool takeQuoted()
    {
        while (!m_rest.isEmpty()) {
            const QChar c = take();
            if (c == u'"')
                return true;
            const bool escapes =
                c == u'\\' && !m_rest.isEmpty() && QStringView(u"\"\\$`").contains(m_rest.front());
            m_word += escapes ? take() : c;
        }
        return false;
    }

    void endWord()
    {
        if (std::exchange(m_inWord, false))
            m_words << std::exchange(m_word, QString());
    }

    QStringView m_rest;
    QStringList m_words;
    QString m_word;
    bool m_inWord = false; ///< also where the word is empty so far: ''
};

} // namespace

QStringList commandWords(const QString &line)
{
    return Splitter(line).split().value_or(QStringList());
}

} // namespace sightglass
