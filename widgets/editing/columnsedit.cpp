// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/columnsedit.h"

#include "model/presentation/displaytext.h"
#include "widgets/editing/rowbuttons.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonValue>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace sightglass {

namespace {

constexpr qsizetype mostRows = 200; ///< more cannot be looked through

const QString excluded = QStringLiteral("excludeByName");
const QString indices = QStringLiteral("indexByName");
const QString renamed = QStringLiteral("renameByName");
const QString orderMode = QStringLiteral("orderByMode");

bool has(const OptionField &field, const char *word)
{
    return std::ranges::find(field.words, word) != field.words.end();
}

} // namespace

ColumnsEdit::ColumnsEdit(const OptionField &field, QWidget *parent)
    : FieldEditor(parent)
    , m_hides(has(field, "hide"))
    , m_orders(has(field, "order"))
    , m_renames(has(field, "rename"))
    , m_rows(new QVBoxLayout)
    , m_nothing(new QLabel(tr("The columns are listed here as soon as there are data."), this))
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(2);
    m_rows->setSpacing(2);
    m_nothing->setWordWrap(true);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    box->addWidget(m_nothing);
    box->addLayout(m_rows);
}

void ColumnsEdit::setValue(const QByteArray &json)
{
    const QJsonObject options = QJsonDocument::fromJson(json).object();
    if (options == m_options)
        return;
    m_options = options;
    build();
}

void ColumnsEdit::setChoices(const FieldChoices &choices)
{
    if (choices.fields == m_given)
        return;
    m_given = choices.fields;
    build();
}

QStringList ColumnsEdit::sortedColumns() const
{
    QStringList all = m_given;
    for (const QString &object : {indices, excluded, renamed}) {
        for (const QString &name : m_options.value(object).toObject().keys()) {
            if (!all.contains(name))
                all << name;
        }
    }
    const QJsonObject places = m_options.value(indices).toObject();
    const bool bySort = m_options.value(orderMode).toString() == QLatin1String("auto");
    if (bySort || !m_orders)
        return all;
    const auto placeOf = [&places](const QString &name) {
        return places.value(name).toDouble(std::numeric_limits<double>::infinity());
    };
    std::stable_sort(all.begin(), all.end(),
                     [&placeOf](const QString &a, const QString &b) { return placeOf(a) < placeOf(b); });
    return all;
}

void ColumnsEdit::build()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_columns = sortedColumns();
    m_nothing->setVisible(m_columns.isEmpty());
    for (qsizetype i = 0; i < std::min(m_columns.size(), mostRows); ++i)
        addRow(i);
}

void ColumnsEdit::addRow(qsizetype at)
{
    const QString &name = m_columns[at];
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    QString shown = displayText(name, 60);
    auto *title = new QCheckBox(shown.replace(u'&', QLatin1String("&&")), line);
    title->setToolTip(plainToolTip(displayText(name, 1000)));
    title->setChecked(!m_options.value(excluded).toObject().value(name).toBool());
    title->setEnabled(m_hides);
    title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(title, &QCheckBox::clicked, this, [this, name](bool on) {
        setMember(excluded, name, on ? QJsonValue(QJsonValue::Undefined) : QJsonValue(true), false);
    });
    row->addWidget(title, 1);
    if (m_renames) {
        auto *called = new QLineEdit(m_options.value(renamed).toObject().value(name).toString(), line);
        called->setPlaceholderText(tr("same name"));
        called->setAccessibleName(tr("New name of %1").arg(displayText(name, 60)));
        called->setMaxLength(1000);
        connect(called, &QLineEdit::textEdited, this, [this, name](const QString &text) {
            setMember(renamed, name, text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text),
                      true);
        });
        row->addWidget(called, 1);
    }
    if (m_orders) {
        auto *up = glyphButton(QStringLiteral("▲"), tr("Move up"), line);
        auto *down = glyphButton(QStringLiteral("▼"), tr("Move down"), line);
        up->setEnabled(at > 0);
        down->setEnabled(at + 1 < m_columns.size());
        connect(up, &QToolButton::clicked, this, [this, at] { move(at, at - 1); });
        connect(down, &QToolButton::clicked, this, [this, at] { move(at, at + 1); });
        row->addWidget(up);
        row->addWidget(down);
    }
    m_rows->addWidget(line);
}

void ColumnsEdit::move(qsizetype from, qsizetype to)
{
    if (to < 0 || to >= m_columns.size())
        return;
    m_columns.move(from, to);
    QJsonObject places;
    for (qsizetype i = 0; i < m_columns.size(); ++i)
        places[m_columns[i]] = i;
    m_options[indices] = places;
    m_options.remove(orderMode);
    build();
    tell(false);
}

void ColumnsEdit::setMember(const QString &object, const QString &name, const QJsonValue &value, bool goesOn)
{
    QJsonObject members = m_options.value(object).toObject();
    if (value.isUndefined())
        members.remove(name);
    else
        members[name] = value;
    if (members.isEmpty())
        m_options.remove(object);
    else
        m_options[object] = members;
    tell(goesOn);
}

void ColumnsEdit::tell(bool goesOn)
{
    emit changed(QJsonDocument(m_options).toJson(QJsonDocument::Compact), goesOn);
}

} // namespace sightglass
