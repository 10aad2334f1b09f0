// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/unitedit.h"

#include "model/core/units.h"
#include "model/core/unittable.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>
#include <QJsonValue>
#include <QLineEdit>
#include <QStandardItemModel>

namespace sightglass {

namespace {

/// What a value looks like: large enough to have a prefix.
double exampleOf(const UnitInfo &unit)
{
    switch (unit.scaling) {
    case UnitScaling::Date:
    case UnitScaling::DateOrTime:
    case UnitScaling::FromNow:
        return 1'763'733'600 / unit.factor;
    case UnitScaling::Boolean:
        return 1;
    case UnitScaling::None:
        return 42.5;
    default:
        return 12'345.678;
    }
}

QStandardItemModel *unitModel(QObject *parent)
{
    auto *model = new QStandardItemModel(parent);
    for (const UnitInfo &unit : knownUnits()) {
        const QString id = QString::fromUtf8(unit.id.data(), static_cast<qsizetype>(unit.id.size()));
        const std::string example = formatValue(exampleOf(unit), unit.id).text();
        auto *item = new QStandardItem(id + QStringLiteral("  –  ") + QString::fromStdString(example));
        item->setData(id, Qt::UserRole);
        model->appendRow(item);
    }
    return model;
}

} // namespace

UnitEdit::UnitEdit(QWidget *parent)
    : FieldEditor(parent)
    , m_line(new QLineEdit(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_line);
    setFocusProxy(m_line);
    m_line->setPlaceholderText(tr("as it is; type to search"));
    m_line->setClearButtonEnabled(true);
    m_line->setMaxLength(200);
    auto *completer = new QCompleter(unitModel(this), this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setMaxVisibleItems(12);
    completer->setCompletionRole(Qt::DisplayRole);
    m_line->setCompleter(completer);
    connect(completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) {
                // The line takes the whole text first.
                const QString id = index.data(Qt::UserRole).toString();
                QMetaObject::invokeMethod(
                    this,
                    [this, id] {
                        m_line->setText(id);
                        take(false);
                    },
                    Qt::QueuedConnection);
            });
    connect(m_line, &QLineEdit::editingFinished, this, [this] { take(false); });
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.isEmpty())
            take(true);
    });
}

void UnitEdit::setValue(const QByteArray &json)
{
    const QString id = jsonValueOf(json).toString();
    if (id != m_line->text() && !m_line->isModified())
        m_line->setText(id);
    m_line->setModified(false);
}

void UnitEdit::take(bool goesOn)
{
    QString id = m_line->text().trimmed();
    id = id.section(QStringLiteral("  –  "), 0, 0);
    if (id != m_line->text())
        m_line->setText(id);
    m_line->setModified(false);
    emit changed(id.isEmpty() ? QByteArray() : jsonTextOf(id), goesOn);
}

} // namespace sightglass
