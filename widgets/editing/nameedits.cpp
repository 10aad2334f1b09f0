// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/nameedits.h"

#include "model/presentation/displaytext.h"
#include "widgets/editing/calmcombobox.h"

#include <QAction>
#include <QCompleter>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>
#include <QLineEdit>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace sightglass {

namespace {

constexpr int longestName = 2000;
constexpr qsizetype mostInMenu = 200;

QHBoxLayout *rowIn(QWidget *widget)
{
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    return row;
}

} // namespace

const QStringList &namesFor(OptionKind kind, const FieldChoices &choices)
{
    switch (kind) {
    case OptionKind::LabelName:
    case OptionKind::LabelNames:
        return choices.labels;
    case OptionKind::QueryName:
        return choices.queries;
    case OptionKind::VariableName:
        return choices.variables;
    default:
        return choices.fields;
    }
}

// ---- one

NameEdit::NameEdit(const OptionField &field, QWidget *parent)
    : FieldEditor(parent)
    , m_kind(field.kind)
    , m_box(new CalmComboBox(this))
{
    rowIn(this)->addWidget(m_box);
    setFocusProxy(m_box);
    m_box->setEditable(true);
    m_box->setInsertPolicy(QComboBox::NoInsert);
    m_box->lineEdit()->setMaxLength(longestName);
    m_box->lineEdit()->setPlaceholderText(jsonValueOf(QByteArray::fromStdString(field.standard)).toString());
    m_box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_box->completer()->setFilterMode(Qt::MatchContains);
    const auto take = [this](const QString &text, bool goesOn) {
        if (text == m_text)
            return;
        m_text = text;
        emit changed(text.isEmpty() ? QByteArray() : jsonTextOf(text), goesOn);
    };
    connect(m_box, &QComboBox::editTextChanged, this, [take](const QString &text) { take(text, true); });
    connect(m_box, &QComboBox::textActivated, this, [take](const QString &text) { take(text, false); });
}

void NameEdit::setValue(const QByteArray &json)
{
    const QJsonValue value = jsonValueOf(json);
    const QString text = value.isString() ? value.toString() : QString::fromUtf8(json);
    if (text == m_text)
        return;
    m_text = text;
    const QSignalBlocker quiet(m_box);
    m_box->setEditText(text);
}

void NameEdit::setChoices(const FieldChoices &choices)
{
    const QStringList &names = namesFor(m_kind, choices);
    QStringList before;
    for (int i = 0; i < m_box->count(); ++i)
        before << m_box->itemText(i);
    if (before == names)
        return;
    const QSignalBlocker quiet(m_box);
    m_box->clear();
    m_box->addItems(names);
    m_box->setCurrentIndex(-1);
    m_box->setEditText(m_text);
}

// ---- several

NamesEdit::NamesEdit(const OptionField &field, QWidget *parent)
    : FieldEditor(parent)
    , m_kind(field.kind)
    , m_line(new QLineEdit(this))
    , m_button(new QToolButton(this))
    , m_menu(new QMenu(this))
{
    QHBoxLayout *row = rowIn(this);
    row->addWidget(m_line, 1);
    row->addWidget(m_button);
    setFocusProxy(m_kind == OptionKind::PanelIds ? static_cast<QWidget *>(m_button) : m_line);
    m_line->setPlaceholderText(m_kind == OptionKind::PanelIds ? tr("All panels") : tr("All, or one, two …"));
    m_line->setReadOnly(m_kind == OptionKind::PanelIds);
    m_button->setArrowType(Qt::DownArrow);
    m_button->setMenu(m_menu);
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_button->setToolTip(tr("Choose among what there is"));
    m_button->setAccessibleName(m_button->toolTip());
    connect(m_menu, &QMenu::aboutToShow, this, &NamesEdit::fillMenu);
    connect(m_line, &QLineEdit::textEdited, this, &NamesEdit::typed);
}

void NamesEdit::setChoices(const FieldChoices &choices)
{
    m_choices = choices;
    show();
}

void NamesEdit::fillMenu()
{
    m_menu->clear();
    QStringList names;
    if (m_kind == OptionKind::PanelIds) {
        for (const auto &[id, title] : m_choices.panels)
            names << QString::number(id);
    } else {
        names = namesFor(m_kind, m_choices);
    }
    for (const QString &name : m_names) {
        if (!names.contains(name))
            names << name;
    }
    for (const QString &name : names.mid(0, mostInMenu)) {
        QString title = titleOf(name);
        QAction *action = m_menu->addAction(title.replace(u'&', QLatin1String("&&")));
        action->setCheckable(true);
        action->setChecked(m_names.contains(name));
        connect(action, &QAction::triggered, this, [this, name](bool on) { toggle(name, on); });
    }
    if (m_menu->isEmpty())
        m_menu->addAction(tr("Nothing to choose from yet"))->setEnabled(false);
}

QString NamesEdit::titleOf(const QString &name) const
{
    if (m_kind != OptionKind::PanelIds)
        return displayText(name, 120);
    const auto found = std::ranges::find(m_choices.panels, name.toInt(), &std::pair<int, QString>::first);
    const bool titled = found != m_choices.panels.end() && !found->second.isEmpty();
    return titled ? displayText(found->second, 120) : tr("Panel %1").arg(name);
}

void NamesEdit::toggle(const QString &name, bool on)
{
    if (on)
        m_names << name;
    else
        m_names.removeAll(name);
    show();
    tell(false);
}

void NamesEdit::typed(const QString &text)
{
    m_names.clear();
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        if (!part.trimmed().isEmpty())
            m_names << part.trimmed();
    }
    tell(true);
}

void NamesEdit::tell(bool goesOn)
{
    QJsonArray list;
    for (const QString &name : m_names)
        list.append(m_kind == OptionKind::PanelIds ? QJsonValue(name.toInt()) : QJsonValue(name));
    emit changed(list.isEmpty() ? QByteArray() : QJsonDocument(list).toJson(QJsonDocument::Compact), goesOn);
}

void NamesEdit::setValue(const QByteArray &json)
{
    QStringList names;
    for (const QJsonValue &value : jsonValueOf(json).toArray())
        names << value.toVariant().toString();
    if (names == m_names)
        return;
    m_names = names;
    show();
}

void NamesEdit::show()
{
    QStringList titles;
    for (const QString &name : std::as_const(m_names))
        titles << titleOf(name);
    const QString text = titles.join(QStringLiteral(", "));
    if (!m_line->hasFocus() || m_line->isReadOnly())
        m_line->setText(text);
    m_line->setToolTip(plainToolTip(text));
}

} // namespace sightglass
