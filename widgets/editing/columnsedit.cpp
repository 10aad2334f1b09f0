// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/columnsedit.h"

#include "model/presentation/displaytext.h"
#include "widgets/editing/rowbuttons.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>
#include <utility>

namespace sightglass {

namespace {

constexpr qsizetype mostRows = 200; ///< more cannot be looked through

using grafana::OrderedJson;

constexpr const char *excluded = "excludeByName";
constexpr const char *indices = "indexByName";
constexpr const char *renamed = "renameByName";
constexpr const char *orderMode = "orderByMode";

QString textOf(const OrderedJson *json)
{
    return json != nullptr && json->is_string() ? QString::fromStdString(json->get<std::string>())
                                                : QString();
}

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
    OrderedJson options = OrderedJson::parse(json.toStdString(), nullptr, false);
    if (!options.is_object())
        options = OrderedJson::object();
    if (options == m_options)
        return;
    m_options = std::move(options);
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
    for (const char *object : {indices, excluded, renamed}) {
        const auto found = m_options.find(object);
        if (found == m_options.end() || !found->is_object())
            continue;
        for (const auto &[key, value] : found->items()) {
            const QString name = QString::fromStdString(key);
            if (!all.contains(name))
                all << name;
        }
    }
    const auto mode = m_options.find(orderMode);
    const bool bySort = mode != m_options.end() && *mode == "auto";
    if (bySort || !m_orders)
        return all;
    const auto placeOf = [this](const QString &name) {
        const OrderedJson *place = member(indices, name);
        return place != nullptr && place->is_number() ? place->get<double>()
                                                      : std::numeric_limits<double>::infinity();
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
    const OrderedJson *hidden = member(excluded, name);
    title->setChecked(hidden == nullptr || *hidden != true);
    title->setEnabled(m_hides);
    title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(title, &QCheckBox::clicked, this, [this, name](bool on) {
        setMember(excluded, name, on ? OrderedJson() : OrderedJson(true), false);
    });
    row->addWidget(title, 1);
    if (m_renames) {
        auto *called = new QLineEdit(textOf(member(renamed, name)), line);
        called->setPlaceholderText(tr("same name"));
        called->setAccessibleName(tr("New name of %1").arg(displayText(name, 60)));
        called->setMaxLength(1000);
        connect(called, &QLineEdit::textEdited, this, [this, name](const QString &text) {
            setMember(renamed, name, text.isEmpty() ? OrderedJson() : OrderedJson(text.toStdString()), true);
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
    OrderedJson places = OrderedJson::object();
    for (qsizetype i = 0; i < m_columns.size(); ++i)
        places[m_columns[i].toStdString()] = i;
    m_options[indices] = std::move(places);
    m_options.erase(orderMode);
    build();
    tell(false);
}

const OrderedJson *ColumnsEdit::member(const char *object, const QString &name) const
{
    const auto members = m_options.find(object);
    if (members == m_options.end() || !members->is_object())
        return nullptr;
    const auto found = members->find(name.toStdString());
    return found == members->end() ? nullptr : &*found;
}

void ColumnsEdit::setMember(const char *object, const QString &name, OrderedJson value, bool goesOn)
{
    OrderedJson &members = m_options[object];
    if (!members.is_object())
        members = OrderedJson::object();
    if (value.is_null())
        members.erase(name.toStdString());
    else
        members[name.toStdString()] = std::move(value);
    if (members.empty())
        m_options.erase(object);
    tell(goesOn);
}

void ColumnsEdit::tell(bool goesOn)
{
    emit changed(
        QByteArray::fromStdString(m_options.dump(-1, ' ', false, OrderedJson::error_handler_t::replace)),
        goesOn);
}

} // namespace sightglass
