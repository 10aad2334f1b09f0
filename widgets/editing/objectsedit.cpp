// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/objectsedit.h"

#include "model/editing/jsonplaces.h"
#include "model/presentation/displaytext.h"
#include "parser/base/jsonpointer.h"
#include "widgets/editing/nameedits.h"
#include "widgets/editing/optionform.h"
#include "widgets/editing/optiontexts.h"
#include "widgets/editing/rowbuttons.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

using grafana::OrderedJson;

constexpr std::size_t mostEntries = 100;
constexpr qsizetype mostOffered = 200;

OrderedJson read(const QByteArray &json)
{
    return OrderedJson::parse(json.toStdString(), nullptr, false);
}

QByteArray written(const OrderedJson &json)
{
    return QByteArray::fromStdString(json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace));
}

std::string pointerOf(const QString &name)
{
    return '/' + pointerToken(name.toStdString());
}

} // namespace

ObjectsEdit::ObjectsEdit(const OptionField &field, const Theme &theme, QWidget *parent)
    : FieldEditor(parent)
    , m_field(field)
    , m_theme(theme)
    , m_boxes(new QVBoxLayout)
    , m_add(new QPushButton(tr("Add"), this))
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    m_boxes->setSpacing(4);
    box->addLayout(m_boxes);
    box->addWidget(m_add, 0, Qt::AlignLeft);
    setFocusProxy(m_add);
    m_add->setAccessibleName(tr("Add to: %1").arg(optionLabel(field)));
    if (field.kind == OptionKind::Named) {
        auto *menu = new QMenu(m_add);
        connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillNames(menu); });
        m_add->setMenu(menu);
    } else {
        connect(m_add, &QPushButton::clicked, this, &ObjectsEdit::addEntry);
    }
}

void ObjectsEdit::fillNames(QMenu *menu)
{
    menu->clear();
    const bool queries = !m_field.words.empty() && m_field.words.front() == "queries";
    const QStringList &offered = queries ? m_choices.queries : m_choices.fields;
    for (const QString &name : offered.mid(0, mostOffered)) {
        if (m_names.contains(name))
            continue;
        QString title = displayText(name, 80);
        connect(menu->addAction(title.replace(u'&', QLatin1String("&&"))), &QAction::triggered, this,
                [this, name] { addNamed(name); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Another…")), &QAction::triggered, this, [this] {
        auto *dialog = new QInputDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setWindowTitle(tr("Add"));
        dialog->setLabelText(tr("Name"));
        connect(dialog, &QInputDialog::textValueSelected, this, &ObjectsEdit::addNamed);
        dialog->open();
    });
}

const std::vector<OptionField> &ObjectsEdit::fieldsOf(std::size_t entry) const
{
    const std::vector<OptionField> &members = m_field.members;
    const bool own = !members.empty() && members.front().kind == OptionKind::Entry;
    if (!own)
        return members;
    static const std::vector<OptionField> none;
    const std::string pointer = pointerOf(m_names[static_cast<qsizetype>(entry)]);
    const auto found = std::ranges::find(members, pointer, &OptionField::pointer);
    return found == members.end() ? none : found->members;
}

void ObjectsEdit::setMembers(const std::vector<OptionField> &members)
{
    if (members == m_field.members)
        return;
    m_field.members = members;
    showEntries();
}

void ObjectsEdit::setValue(const QByteArray &json)
{
    if (json == m_json)
        return;
    m_json = json;
    const OrderedJson entries = read(json);
    QStringList names;
    if (entries.is_array()) {
        for (std::size_t i = 0; i < std::min(entries.size(), mostEntries); ++i)
            names << QString::number(i);
    } else if (entries.is_object()) {
        for (const auto &[name, entry] : entries.items()) {
            if (entry.is_object() && names.size() < static_cast<qsizetype>(mostEntries))
                names << QString::fromStdString(name);
        }
    }
    if (names != m_names) {
        m_names = names;
        build();
    }
    showEntries();
}

void ObjectsEdit::setTheme(const Theme &theme)
{
    m_theme = theme;
    for (OptionForm *form : m_forms)
        form->setTheme(theme);
}

void ObjectsEdit::setChoices(const FieldChoices &choices)
{
    m_choices = choices;
    for (OptionForm *form : m_forms)
        form->setChoices(choices);
}

void ObjectsEdit::build()
{
    while (QLayoutItem *item = m_boxes->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_forms.clear();
    const bool named = m_field.kind == OptionKind::Named;
    for (qsizetype i = 0; i < m_names.size(); ++i)
        addBox(static_cast<std::size_t>(i), named ? displayText(m_names[i], 80) : QString());
}

void ObjectsEdit::addBox(std::size_t at, const QString &title)
{
    auto *frame = new QFrame(this);
    frame->setFrameShape(QFrame::StyledPanel);
    auto *box = new QHBoxLayout(frame);
    box->setContentsMargins(6, 4, 2, 4);
    box->setSpacing(2);
    auto *column = new QVBoxLayout;
    if (!title.isEmpty()) {
        auto *label = new QLabel(title, frame);
        label->setTextFormat(Qt::PlainText);
        column->addWidget(label);
    }
    auto *form = new OptionForm(m_theme, frame);
    column->addWidget(form);
    box->addLayout(column, 1);
    connect(form, &OptionForm::changed, this,
            [this, at](const std::string &pointer, const QByteArray &json, bool goesOn) {
                OrderedJson entries = read(m_json);
                const QString name = m_names[static_cast<qsizetype>(at)];
                if (!putJson(entries, pointerOf(name) + pointer, json.toStdString()))
                    return;
                // One that says nothing any more is still there.
                if (m_field.kind == OptionKind::Named && !entries.contains(name.toStdString()))
                    entries[name.toStdString()] = OrderedJson::object();
                take(written(entries), goesOn);
            });
    const bool list = m_field.kind == OptionKind::Objects;
    if (list && at > 0) {
        QToolButton *up = glyphButton(QStringLiteral("▲"), tr("Move up"), frame);
        connect(up, &QToolButton::clicked, this, [this, at] {
            OrderedJson entries = read(m_json);
            std::swap(entries[at], entries[at - 1]);
            take(written(entries), false);
        });
        box->addWidget(up, 0, Qt::AlignTop);
    }
    QToolButton *remove = glyphButton(QStringLiteral("✕"), tr("Remove"), frame);
    connect(remove, &QToolButton::clicked, this, [this, at] {
        OrderedJson entries = read(m_json);
        putJson(entries, pointerOf(m_names[static_cast<qsizetype>(at)]), {});
        take(entries.empty() ? QByteArray() : written(entries), false);
    });
    box->addWidget(remove, 0, Qt::AlignTop);
    m_boxes->addWidget(frame);
    m_forms.push_back(form);
}

void ObjectsEdit::showEntries()
{
    const OrderedJson entries = read(m_json);
    for (std::size_t i = 0; i < m_forms.size(); ++i) {
        const std::string entry = pointerOf(m_names[static_cast<qsizetype>(i)]);
        m_forms[i]->setFields(fieldsOf(i));
        m_forms[i]->setChoices(m_choices);
        m_forms[i]->setValues([&entries, &entry](std::string_view pointer) {
            return QByteArray::fromStdString(jsonAt(entries, entry + std::string(pointer)));
        });
    }
}

void ObjectsEdit::addEntry()
{
    OrderedJson entries = read(m_json);
    if (!entries.is_array())
        entries = OrderedJson::array();
    if (entries.size() >= mostEntries)
        return;
    entries.push_back(OrderedJson::object());
    take(written(entries), false);
}

void ObjectsEdit::addNamed(const QString &name)
{
    OrderedJson entries = read(m_json);
    if (!entries.is_object())
        entries = OrderedJson::object();
    if (name.isEmpty() || entries.size() >= mostEntries || entries.contains(name.toStdString()))
        return;
    entries[name.toStdString()] = OrderedJson::object();
    take(written(entries), false);
}

void ObjectsEdit::take(QByteArray json, bool goesOn)
{
    setValue(json);
    emit changed(json, goesOn);
}

} // namespace sightglass
