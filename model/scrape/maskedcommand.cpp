// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/maskedcommand.h"

#include "model/scrape/commandwords.h"
#include "model/scrape/maskedaddress.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

namespace sightglass {

namespace {

const QLatin1String mask("***");
constexpr int deepestShell = 3;

using Pattern = QRegularExpression;

Pattern whole(const char *pattern)
{
    return Pattern(Pattern::anchoredPattern(QLatin1String(pattern)));
}

template<std::size_t Count>
bool isOneOf(QStringView word, const std::array<const char *, Count> &words)
{
    return std::any_of(words.begin(), words.end(),
                       [word](const char *each) { return word == QLatin1String(each); });
}

/// Letters of a program's options that have no value: what follows them is a word of its own.
QLatin1String flagsOf(const QString &program)
{
    struct Flags
    {
        const char *program;
        const char *letters;
    };
    static constexpr std::array known = {Flags{"curl", "sSfLkvgi46"}, Flags{"wget", "qv46"},
                                         Flags{"docker", "it"},       Flags{"podman", "it"},
                                         Flags{"kubectl", "itA"},     Flags{"ssh", "qTtvn46NCaAx"}};
    const auto found = std::find_if(known.begin(), known.end(), [&program](const Flags &each) {
        return program == QLatin1String(each.program);
    });
    return QLatin1String(found == known.end() ? "" : found->letters);
}

bool isShell(const QString &program)
{
    static constexpr std::array shells = {"sh", "bash", "dash", "zsh", "ksh"};
    return isOneOf(program, shells);
}

/// Of options whose value is a name that tells one target from another.
bool namesAPlace(QStringView option)
{
    static constexpr std::array names = {
        "n",       "h",        "namespace", "context",  "cluster", "container", "host",
        "port",    "region",   "zone",      "profile",  "output",  "format",    "job",
        "pod",     "node",     "service",   "database", "dbname",  "timeout",   "method",
        "request", "interval", "interface", "project",  "raw",     "instance"};
    return isOneOf(option, names);
}

bool hidesItsValue(QStringView option)
{
    // Of curl, mysql, psql, redis-cli, openssl, mosquitto, wget …; case matters.
    static constexpr std::array options = {
        "u",    "U",          "p",   "P",   "a",      "W",    "k",         "w",     "d",
        "F",    "H",          "b",   "K",   "user",   "j",    "proxyuser", "login", "json",
        "form", "formstring", "pin", "otp", "header", "body", "postdata"};
    QString plain;
    for (const QChar c : option) {
        if (c.isLetterOrNumber())
            plain += c;
    }
    return isOneOf(plain, options) || plain.startsWith(QLatin1String("data")) || isSecretParameter(option);
}

/// What of a value may be seen: all of it, an address with its secrets masked, or nothing.
std::optional<QString> harmless(const QString &value)
{
    static const Pattern path = whole("(/|\\.{1,2}/|~/)[\\w./@%+:,-]*(\\?[^\\s'\"{}]*)?");
    static const Pattern address = whole("https?://[^\\s'\"{}]+");
    static const Pattern host =
        whole("(localhost|[\\w-]+(\\.[\\w-]+)+|\\[[0-9a-f:]+\\])(:\\d{1,5})?(/[\\w./-]*)?");
    static const Pattern number = whole("\\d{1,5}(\\.\\d{1,3})?(ms|s|m|h)?");
    static constexpr std::array words = {"-", "json", "text", "yaml", "prometheus", "openmetrics", "***"};
    const bool isPlain =
        host.match(value).hasMatch() || number.match(value).hasMatch() || isOneOf(value, words);
    if (isPlain)
        return value;
    if (path.match(value).hasMatch()) {
        const qsizetype query = value.indexOf(u'?');
        return query < 0 ? value : value.left(query + 1) + maskedQuery(value.mid(query + 1));
    }
    return address.match(value).hasMatch() ? std::optional(maskedAddress(value)) : std::nullopt;
}

QString quoted(const QString &word)
{
    static const Pattern plain = whole("[^\\s'\"\\\\]+");
    if (plain.match(word).hasMatch())
        return word;
    return u'\'' + QString(word).replace(u'\'', QLatin1String("'\\''")) + u'\'';
}

class Masker
{
public:
    explicit Masker(int depth)
        : m_depth(depth)
    {}

    MaskedCommand mask(const QString &command)
    {
        const QStringList words = commandWords(command);
        if (words.isEmpty())
            return ofUnreadable(command);
        QStringList shown = seenOf(words);
        if (shown == words)
            return {command, {}};
        std::transform(shown.begin(), shown.end(), shown.begin(), quoted);
        return {shown.join(u' '), std::move(m_hidden)};
    }

    QStringList hiddenOf(const QStringList &words)
    {
        static_cast<void>(seenOf(words));
        return std::move(m_hidden);
    }

private:
    /// What the word before says of the next one.
    enum class Next : std::uint8_t
    {
        Word,
        Value,
        Name, ///< a value that names a place
        Secret,
        Script
    };

    QStringList seenOf(const QStringList &words)
    {
        QStringList shown;
        for (const QString &word : words)
            shown << seen(word);
        return shown;
    }

    static MaskedCommand ofUnreadable(const QString &command)
    {
        static const Pattern blank(QStringLiteral("[\\s'\"\\\\=]"));
        const QString text = command.trimmed();
        const qsizetype end = text.indexOf(blank);
        return end < 0 ? MaskedCommand{text, {}}
                       : MaskedCommand{text.left(end) + u' ' + sightglass::mask, {text.mid(end)}};
    }

    QString hide(const QString &value)
    {
        if (value != sightglass::mask && !value.isEmpty())
            m_hidden << value;
        return value.isEmpty() ? value : QString(sightglass::mask);
    }

    QString masked(const QString &value, std::optional<QString> shown)
    {
        if (!shown)
            return hide(value);
        if (*shown != value)
            m_hidden << value;
        return *std::move(shown);
    }

    QString seen(const QString &word)
    {
        const Next next = std::exchange(m_next, Next::Word);
        if (next == Next::Secret)
            return hide(word);
        if (next == Next::Script)
            return script(word);
        if (word.size() > 1 && word.startsWith(u'-'))
            return word.startsWith(QLatin1String("--")) ? longOption(word) : shortOptions(word);
        if (next == Next::Value)
            return masked(word, harmless(word));
        if (next == Next::Name)
            return masked(word, name(word));
        return plainWord(word);
    }

    /// Another command line, for a shell.
    QString script(const QString &word)
    {
        if (m_depth >= deepestShell)
            return hide(word);
        MaskedCommand inner = Masker(m_depth + 1).mask(word);
        m_hidden += inner.hidden;
        return inner.text;
    }

    static std::optional<QString> name(const QString &word)
    {
        static const Pattern name = whole("[\\w./+-]{1,60}");
        return name.match(word).hasMatch() ? std::optional(word) : harmless(word);
    }

    void expectValueOf(QStringView option)
    {
        const bool isScript = option == u"c" && isShell(m_program);
        if (isScript)
            m_next = Next::Script;
        else if (hidesItsValue(option))
            m_next = Next::Secret;
        else
            m_next = namesAPlace(option) ? Next::Name : Next::Value;
    }

    QString longOption(const QString &word)
    {
        static const Pattern option(QStringLiteral("^--[A-Za-z0-9_.-]*"));
        const QString stem = option.match(word).captured();
        const QStringView of = QStringView(stem).mid(2);
        if (stem == word) {
            if (!of.isEmpty())
                expectValueOf(of);
            return word;
        }
        const bool assigns = word[stem.size()] == u'=';
        const QString before = word.left(stem.size() + (assigns ? 1 : 0));
        const QString value = word.mid(before.size());
        if (!assigns || hidesItsValue(of))
            return before + hide(value);
        return before + masked(value, namesAPlace(of) ? name(value) : harmless(value));
    }

    /// -x, -xyz where those have no values, -1; else what is behind the first letter may be its value.
    QString shortOptions(const QString &word)
    {
        static const Pattern number = whole("-\\d{1,5}");
        const QString letters = word.mid(1);
        const QLatin1String flags = flagsOf(m_program);
        const auto isFlag = [flags](QChar letter) { return flags.contains(letter); };
        if (number.match(word).hasMatch() || std::all_of(letters.begin(), letters.end(), isFlag))
            return word;
        if (letters.size() > 1)
            return word.left(2) + hide(letters.mid(1));
        expectValueOf(letters);
        return word;
    }

    QString plainWord(const QString &word)
    {
        static const Pattern variable(QStringLiteral("^[A-Za-z_][\\w.-]*="));
        static const Pattern credentials = whole("[^/:]+:(?!\\d{1,5}(/.*)?$).*");
        static const Pattern pathWithBlanks = whole("/[\\w./ -]*");
        static const Pattern odd(QStringLiteral("[\\s'\"{}\\\\]"));
        static constexpr std::array schemes = {"bearer", "basic", "token"};
        if (const QString assigned = variable.match(word).captured(); !assigned.isEmpty()) {
            const QString value = word.mid(assigned.size());
            return assigned + (hidesItsValue(QStringView(assigned).chopped(1))
                                   ? hide(value)
                                   : masked(value, harmless(value)));
        }
        if (word.contains(QLatin1String("://")))
            return masked(word, maskedAddress(word));
        if (auto shown = harmless(word))
            return masked(word, std::move(shown));
        if (odd.match(word).hasMatch() && !pathWithBlanks.match(word).hasMatch())
            return hide(word);
        if (isOneOf(word.toLower(), schemes))
            m_next = Next::Secret;
        if (credentials.match(word).hasMatch()) {
            const qsizetype colon = word.indexOf(u':');
            return word.left(colon + 1) + hide(word.mid(colon + 1));
        }
        if (m_program.isEmpty() || !flagsOf(QFileInfo(word).fileName()).isEmpty() || isShell(word))
            m_program = QFileInfo(word).fileName();
        return word;
    }

    int m_depth;
    QString m_program; ///< the last word that can be one
    Next m_next = Next::Word;
    QStringList m_hidden;
};

} // namespace

MaskedCommand maskedCommand(const QString &command)
{
    return Masker(0).mask(command);
}

QStringList hiddenWords(const QStringList &words)
{
    return Masker(0).hiddenOf(words);
}

QString withoutSecretsOf(const QStringList &hidden, QString said)
{
    static constexpr qsizetype shortest = 6;
    static const Pattern between(QStringLiteral("[\\s'\"{}:,=;&]+"));
    QStringList parts;
    for (const QString &each : hidden) {
        // Anything shorter would take the sense out of the rest.
        if (each.size() >= 3)
            parts << each;
        for (const QString &part : each.split(between, Qt::SkipEmptyParts)) {
            if (part.size() >= shortest)
                parts << part;
        }
    }
    std::stable_sort(parts.begin(), parts.end(),
                     [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (const QString &part : parts)
        said.replace(part, mask);
    return said;
}

} // namespace sightglass
