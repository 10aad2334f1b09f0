// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/mappingsedit.h"

#include "widgets/editing/coloredit.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

using Row = MappingsEdit::Row;
using Kind = MappingsEdit::Kind;

constexpr std::size_t mostRows = 200;
constexpr std::array<const char *, 6> specials = {"null", "nan", "null+nan", "true", "false", "empty"};
constexpr std::array<const char *, 4> kinds = {"value", "range", "regex", "special"};

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

Row withResult(Row row, const QJsonObject &result)
{
    row.text = result[key("text")].toString();
    row.color = result[key("color")].toString();
    row.icon = result[key("icon")].toString();
    return row;
}

QString numberText(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : QString();
}

QJsonValue numberOf(const QString &text)
{
    bool good = false;
    const double number = QLocale::c().toDouble(text.trimmed(), &good);
    return good ? QJsonValue(number) : QJsonValue(QJsonValue::Null);
}

QJsonObject resultOf(const Row &row)
{
    QJsonObject result;
    for (const auto &[name, text] :
         {std::pair("text", row.text), std::pair("color", row.color), std::pair("icon", row.icon)}) {
        if (!text.isEmpty())
            result[key(name)] = text;
    }
    return result;
}

/// The values of one entry, in the order of their index.
void addValues(const QJsonObject &options, std::vector<Row> &rows)
{
    std::vector<std::pair<double, Row>> values;
    for (auto it = options.begin(); it != options.end(); ++it) {
        const QJsonObject result = it.value().toObject();
        values.emplace_back(result[key("index")].toDouble(),
                            withResult({Kind::Value, it.key(), {}, {}, {}, {}}, result));
    }
    std::ranges::stable_sort(values, {}, &std::pair<double, Row>::first);
    for (auto &[index, row] : values)
        rows.push_back(std::move(row));
}

} // namespace

std::vector<Row> MappingsEdit::rowsOf(const QByteArray &json)
{
    std::vector<Row> rows;
    for (const QJsonValue &entry : jsonValueOf(json).toArray()) {
        const QJsonObject options = entry[key("options")].toObject();
        const QString type = entry[key("type")].toString();
        const QJsonObject result = options[key("result")].toObject();
        if (type == key("value"))
            addValues(options, rows);
        else if (type == key("range"))
            rows.push_back(withResult(
                {Kind::Range, numberText(options[key("from")]), numberText(options[key("to")]), {}, {}, {}},
                result));
        else if (type == key("regex"))
            rows.push_back(
                withResult({Kind::Regex, options[key("pattern")].toString(), {}, {}, {}, {}}, result));
        else if (type == key("special"))
            rows.push_back(
                withResult({Kind::Special, options[key("match")].toString(), {}, {}, {}, {}}, result));
    }
    return rows;
}

QByteArray MappingsEdit::jsonOf(const std::vector<Row> &rows)
{
    QJsonArray list;
    int index = 0;
    for (const Row &row : rows) {
        QJsonObject result = resultOf(row);
        QJsonObject options;
        if (row.kind == Kind::Value) {
            result[key("index")] = index;
            options[row.match] = result;
        } else {
            options[key("result")] = result;
        }
        if (row.kind == Kind::Range) {
            options[key("from")] = numberOf(row.match);
            options[key("to")] = numberOf(row.to);
        }
        if (row.kind == Kind::Regex)
            options[key("pattern")] = row.match;
        if (row.kind == Kind::Special)
            options[key("match")] = row.match;
        ++index;
        list.append(QJsonObject{{key("type"), key(kinds[static_cast<std::size_t>(row.kind)])},
                                {key("options"), options}});
    }
    return list.isEmpty() ? QByteArray() : QJsonDocument(list).toJson(QJsonDocument::Compact);
}

MappingsEdit::MappingsEdit(const Theme &theme, QWidget *parent)
    : FieldEditor(parent)
    , m_theme(theme)
    , m_lines(new QVBoxLayout)
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    box->addLayout(m_lines);
    m_lines->setSpacing(6);
    auto *add = new QPushButton(tr("Add mapping"), this);
    add->setObjectName(QStringLiteral("addMapping"));
    connect(add, &QPushButton::clicked, this, [this] {
        if (m_rows.size() >= mostRows)
            return;
        m_rows.emplace_back();
        build();
        // Nothing is mapped yet: the file need not know.
    });
    box->addWidget(add, 0, Qt::AlignLeft);
}

void MappingsEdit::setValue(const QByteArray &json)
{
    if (json == m_json)
        return;
    m_json = json;
    m_rows = rowsOf(json);
    build();
}

void MappingsEdit::setTheme(const Theme &theme)
{
    m_theme = theme;
    for (auto *color : findChildren<ColorEdit *>())
        color->setTheme(theme);
}

void MappingsEdit::build()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        addRow(i);
}

QLineEdit *MappingsEdit::field(std::size_t at, const QString &name, QString Row::*member)
{
    auto *edit = new QLineEdit(m_rows[at].*member, this);
    edit->setPlaceholderText(name);
    edit->setAccessibleName(name);
    edit->setMaxLength(1000);
    connect(edit, &QLineEdit::textEdited, this, [this, at, member](const QString &text) {
        m_rows[at].*member = text;
        take(true);
    });
    return edit;
}

QComboBox *MappingsEdit::kindBox(std::size_t at)
{
    auto *kind = new QComboBox(this);
    kind->addItems({tr("Value"), tr("Range"), tr("Pattern"), tr("Special")});
    kind->setCurrentIndex(static_cast<int>(m_rows[at].kind));
    kind->setAccessibleName(tr("What is mapped"));
    connect(kind, &QComboBox::activated, this, [this, at](int index) {
        m_rows[at].kind = static_cast<Kind>(index);
        m_rows[at].match = m_rows[at].kind == Kind::Special ? key(specials.front()) : QString();
        build();
        take(false);
    });
    return kind;
}

QComboBox *MappingsEdit::specialBox(std::size_t at)
{
    auto *special = new QComboBox(this);
    for (const char *word : specials)
        special->addItem(key(word));
    special->setCurrentText(m_rows[at].match);
    special->setAccessibleName(tr("Special value"));
    connect(special, &QComboBox::textActivated, this, [this, at](const QString &word) {
        m_rows[at].match = word;
        take(false);
    });
    return special;
}

void MappingsEdit::addRow(std::size_t at)
{
    auto *line = new QWidget(this);
    auto *grid = new QGridLayout(line);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    grid->addWidget(kindBox(at), 0, 0);
    if (m_rows[at].kind == Kind::Special) {
        grid->addWidget(specialBox(at), 0, 1);
    } else if (m_rows[at].kind == Kind::Range) {
        auto *ends = new QHBoxLayout;
        ends->addWidget(field(at, tr("from"), &Row::match));
        ends->addWidget(field(at, tr("to"), &Row::to));
        grid->addLayout(ends, 0, 1);
    } else {
        const bool pattern = m_rows[at].kind == Kind::Regex;
        grid->addWidget(field(at, pattern ? tr("/pattern/") : tr("value"), &Row::match), 0, 1);
    }
    auto *remove = new QToolButton(line);
    remove->setText(QStringLiteral("×"));
    remove->setAutoRaise(true);
    remove->setFocusPolicy(Qt::StrongFocus);
    remove->setAccessibleName(tr("Remove mapping"));
    remove->setToolTip(tr("Remove mapping"));
    connect(remove, &QToolButton::clicked, this, [this, at] {
        m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(at));
        build();
        take(false);
    });
    grid->addWidget(remove, 0, 2);
    auto *color = new ColorEdit(m_theme, line);
    color->setColor(m_rows[at].color);
    connect(color, &ColorEdit::changed, this, [this, at, color] {
        m_rows[at].color = color->color();
        take(false);
    });
    grid->addWidget(color, 1, 0);
    grid->addWidget(field(at, tr("is shown as"), &Row::text), 1, 1);
    grid->setColumnStretch(1, 1);
    m_lines->addWidget(line);
}

void MappingsEdit::take(bool goesOn)
{
    m_json = jsonOf(m_rows);
    emit changed(m_json, goesOn);
}

} // namespace sightglass
