// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lists/safehtml.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace sightglass {

namespace {

constexpr qsizetype deepest = 24;      ///< open tags; what is deeper loses its tags
constexpr qsizetype longestTag = 2000; ///< characters; a longer one is text
constexpr int mostCells = 3000;        ///< of tables; further ones are text: Qt takes long to lay them out
constexpr int mostListItems = 1000;    ///< further ones are lines: Qt reads lists in quadratic time

/// Their tags are kept.
constexpr std::array<QStringView, 47> formatting{
    u"a",     u"abbr",  u"b",   u"big", u"blockquote", u"br",    u"caption", u"center", u"cite", u"code",
    u"dd",    u"del",   u"dfn", u"div", u"dl",         u"dt",    u"em",      u"font",   u"h1",   u"h2",
    u"h3",    u"h4",    u"h5",  u"h6",  u"hr",         u"i",     u"ins",     u"kbd",    u"li",   u"mark",
    u"ol",    u"p",     u"pre", u"s",   u"samp",       u"small", u"span",    u"strong", u"sub",  u"sup",
    u"table", u"tbody", u"td",  u"th",  u"thead",      u"tr",    u"u"};
constexpr std::array<QStringView, 1> lists{u"ul"};
constexpr std::array<QStringView, 2> empties{u"br", u"hr"};
/// Within a list's item: its number stands in them.
constexpr std::array<QStringView, 9> blocks{u"p",  u"div", u"h1", u"h2",    u"h3",
                                            u"h4", u"h5",  u"h6", u"center"};
/// Tags that Qt does not know, and those that it knows for the same.
constexpr std::array<std::pair<QStringView, QStringView>, 3> sameTags{
    {{u"del", u"s"}, {u"strike", u"s"}, {u"ins", u"u"}}};
/// Their content is no text.
constexpr std::array<QStringView, 15> dropped{u"script",   u"style", u"iframe", u"object", u"embed",
                                              u"svg",      u"math",  u"head",   u"title",  u"template",
                                              u"noscript", u"audio", u"video",  u"select", u"textarea"};
constexpr std::array<QStringView, 7> styleNames{u"color",          u"background-color", u"text-align",
                                                u"font-weight",    u"font-style",       u"font-size",
                                                u"text-decoration"};

template<std::size_t size>
bool contains(const std::array<QStringView, size> &names, QStringView name)
{
    return std::ranges::find(names, name) != names.end();
}

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// A tag as it is written: <name attributes>, </name>.
struct Tag
{
    QString name; ///< lower case
    QStringView attributes;
    bool closing = false;
    qsizetype end = 0; ///< behind it
};

/// Where a tag's `>` is, quoted ones not counting; -1: nowhere near.
qsizetype endOfTag(QStringView text, qsizetype from)
{
    QChar quote;
    const qsizetype last = std::min(text.size(), from + longestTag);
    for (qsizetype i = from; i < last; ++i) {
        const QChar c = text.at(i);
        if (!quote.isNull())
            quote = c == quote ? QChar() : quote;
        else if (c == u'>')
            return i;
        else if ((c == u'"' || c == u'\'') && i > from && text.at(i - 1) == u'=')
            quote = c;
    }
    return -1;
}

bool readTag(QStringView text, qsizetype at, Tag &tag)
{
    qsizetype i = at + 1;
    tag.closing = i < text.size() && text.at(i) == u'/';
    i += tag.closing ? 1 : 0;
    const qsizetype begin = i;
    while (i < text.size() && (isLetter(text.at(i)) || (i > begin && text.at(i).isDigit())))
        ++i;
    if (i == begin)
        return false;
    tag.name = text.mid(begin, i - begin).toString().toLower();
    const auto same = std::ranges::find(sameTags, tag.name, &std::pair<QStringView, QStringView>::first);
    if (same != sameTags.end())
        tag.name = same->second.toString();
    const qsizetype end = endOfTag(text, i);
    if (end < 0)
        return false;
    tag.attributes = text.mid(i, end - i);
    tag.end = end + 1;
    return true;
}

/// The value of an attribute, its entities read; null where it is not there.
QString attribute(QStringView attributes, QLatin1String name)
{
    static const QRegularExpression pattern(
        QStringLiteral("([a-zA-Z-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))"));
    auto matches = pattern.globalMatch(attributes.toString());
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (match.captured(1).compare(name, Qt::CaseInsensitive) != 0)
            continue;
        QString value = match.captured(2) + match.captured(3) + match.captured(4);
        for (const auto &[entity, character] :
             {std::pair("&lt;", '<'), std::pair("&gt;", '>'), std::pair("&quot;", '"'),
              std::pair("&#39;", '\''), std::pair("&amp;", '&')})
            value.replace(QLatin1String(entity), QString(QLatin1Char(character)));
        return value;
    }
    return {};
}

/// Of "background" only a colour is taken, which Qt knows by another name; what loads or repeats is not.
bool isColor(const QString &value)
{
    static const QRegularExpression color(
        QStringLiteral("^(?:#[0-9a-fA-F]{3,8}|[a-zA-Z]{3,30}|rgba?\\([0-9 ,.%]{5,40}\\))$"));
    return color.match(value).hasMatch();
}

QString safeStyle(const QString &style)
{
    static const QRegularExpression plain(QStringLiteral("^[#a-zA-Z0-9 .,%()+-]{1,60}$"));
    QString result;
    const QStringList declarations = style.split(u';', Qt::SkipEmptyParts);
    for (const QString &declaration : declarations) {
        const qsizetype colon = declaration.indexOf(u':');
        QString name = declaration.left(std::max<qsizetype>(colon, 0)).trimmed().toLower();
        const QString value = declaration.mid(colon + 1).trimmed();
        if (name == u"background" && isColor(value))
            name = QStringLiteral("background-color");
        const bool known = std::ranges::any_of(styleNames, [&](QStringView one) { return one == name; });
        if (known && plain.match(value).hasMatch() && !value.contains(u"url", Qt::CaseInsensitive))
            result += name + u':' + value + u';';
    }
    return result;
}

QString opening(const Tag &tag)
{
    QString result = u'<' + tag.name;
    if (tag.name == u"a") {
        const QUrl url(attribute(tag.attributes, QLatin1String("href")), QUrl::StrictMode);
        if (isSafeLink(url))
            result += QStringLiteral(" href=\"%1\"").arg(url.toString(QUrl::FullyEncoded).toHtmlEscaped());
    }
    for (const QLatin1String name :
         {QLatin1String("align"), QLatin1String("color"), QLatin1String("bgcolor")}) {
        static const QRegularExpression word(QStringLiteral("^#?[a-zA-Z0-9]{1,20}$"));
        const QString value = attribute(tag.attributes, name);
        if (word.match(value).hasMatch())
            result += QStringLiteral(" %1=\"%2\"").arg(name, value);
    }
    const QString style = safeStyle(attribute(tag.attributes, QLatin1String("style")));
    if (!style.isEmpty())
        result += QStringLiteral(" style=\"%1\"").arg(style);
    return result + u'>';
}

/// Writes safe HTML: keeps tags paired and not too deep.
class Writer
{
public:
    void text(QStringView text)
    {
        if (!text.trimmed().isEmpty())
            number();
        m_out += text;
    }

    void tag(const Tag &tag)
    {
        if (tag.name == u"img") {
            number();
            const QString alternative = attribute(tag.attributes, QLatin1String("alt"));
            m_out += u'[' +
                     (alternative.isEmpty() ? QStringLiteral("…") : alternative.left(200).toHtmlEscaped()) +
                     u']';
            return;
        }
        if (!contains(formatting, tag.name) && !contains(lists, tag.name))
            return;
        if (!tag.closing && !contains(blocks, tag.name))
            number();
        if (contains(empties, tag.name)) {
            m_out += u'<' + tag.name + QStringLiteral("/>");
            return;
        }
        if (tag.closing) {
            close(tag.name);
        } else if ((tag.name == u"td" || tag.name == u"th") && ++m_cells > mostCells) {
            close(QStringLiteral("table"));
            m_out += QStringLiteral(" | ");
        } else if (tag.name == u"tr" && m_cells >= mostCells) {
            close(QStringLiteral("table"));
            m_out += QStringLiteral("<br/>");
        } else if (tag.name == u"li" && ++m_listItems > mostListItems) {
            m_out += QStringLiteral("<br/>• ");
        } else if (m_open.size() < deepest) {
            open(tag);
        }
    }

    [[nodiscard]] QString finished()
    {
        while (!m_open.isEmpty())
            m_out += QStringLiteral("</%1>").arg(m_open.takeLast());
        return m_out;
    }

private:
    void open(const Tag &tag)
    {
        const bool listed = tag.name == u"ol" || contains(lists, tag.name);
        const QString start =
            tag.name == u"ol" ? attribute(tag.attributes, QLatin1String("start")) : QString();
        bool isNumber = false;
        const int first = start.left(9).toInt(&isNumber);
        // Qt 6.4 begins each list with 1: others have their numbers as text, and no marks.
        const bool own = isNumber && first != 1;
        m_out += own ? QStringLiteral("<ol style=\"list-style-type:none;\">") : opening(tag);
        m_open.append(tag.name);
        if (listed)
            m_numbers.push_back(own ? std::optional(first) : std::nullopt);
        if (tag.name == u"li" && !m_numbers.empty() && m_numbers.back())
            m_number = QStringLiteral("%1. ").arg((*m_numbers.back())++);
    }

    void close(const QString &name)
    {
        const qsizetype at = m_open.lastIndexOf(name);
        while (at >= 0 && m_open.size() > at) {
            if ((m_open.last() == u"ol" || contains(lists, m_open.last())) && !m_numbers.empty())
                m_numbers.pop_back();
            if (m_open.last() == u"li")
                number();
            m_out += QStringLiteral("</%1>").arg(m_open.takeLast());
        }
    }

    /// Of the item that began, where its text begins.
    void number()
    {
        m_out += m_number;
        m_number.clear();
    }

    QString m_out;
    QStringList m_open;
    std::vector<std::optional<int>> m_numbers; ///< of open lists, what comes next where it is written as text
    QString m_number;                          ///< still to be written
    int m_listItems = 0;
    int m_cells = 0;
};

/// Behind the closing tag of what is no text; the end where there is none.
qsizetype behindDropped(QStringView text, qsizetype from, const QString &name)
{
    const qsizetype end = text.indexOf(QString(QStringLiteral("</") + name), from, Qt::CaseInsensitive);
    const qsizetype close = end < 0 ? -1 : text.indexOf(u'>', end);
    return close < 0 ? text.size() : close + 1;
}

/// One step over HTML that begins with `<` at `at`: writes what is safe of it and returns where to go on.
qsizetype step(QStringView text, qsizetype at, Writer &out)
{
    const QStringView rest = text.mid(at);
    if (rest.startsWith(u"<!--")) {
        const qsizetype end = text.indexOf(u"-->", at);
        return end < 0 ? text.size() : end + 3;
    }
    Tag tag;
    if (rest.startsWith(u"<!") || rest.startsWith(u"<?")) {
        const qsizetype end = text.indexOf(u'>', at);
        return end < 0 ? text.size() : end + 1;
    }
    if (!readTag(text, at, tag)) {
        out.text(u"&lt;");
        return at + 1;
    }
    if (!tag.closing && contains(dropped, tag.name))
        return behindDropped(text, tag.end, tag.name);
    out.tag(tag);
    return tag.end;
}

} // namespace

bool isSafeLink(const QUrl &url)
{
    const QString scheme = url.scheme();
    if (!url.isValid() || url.isRelative())
        return false;
    return scheme == u"mailto" || ((scheme == u"http" || scheme == u"https") && !url.host().isEmpty());
}

QString safeHtml(QStringView html, qsizetype longest)
{
    const QStringView text = html.first(std::min(html.size(), longest));
    Writer out;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype next = text.indexOf(u'<', at);
        if (next != at) {
            out.text(text.mid(at, next < 0 ? -1 : next - at));
            at = next < 0 ? text.size() : next;
            continue;
        }
        at = step(text, at, out);
    }
    return out.finished();
}

} // namespace sightglass
