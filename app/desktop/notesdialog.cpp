// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/notesdialog.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/timetext.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sightglass {

namespace {

constexpr int longestNote = 400;

} // namespace

AnnotationMark noteMark(TimestampMs at, const QString &text)
{
    AnnotationMark mark;
    mark.from = mark.to = at;
    mark.color = "accent";
    mark.source = "notes";
    mark.title = text.toStdString();
    return mark;
}

NotesDialog::NotesDialog(const AnnotationMarks &notes, TimestampMs at, const QTimeZone &zone, QWidget *parent)
    : QDialog(parent)
    , m_notes(notes)
    , m_now(at)
    , m_zone(zone)
    , m_list(new QListWidget)
    , m_time(new QLineEdit(editableTime(at, zone)))
    , m_text(new QLineEdit)
    , m_add(new QPushButton(tr("&Add note")))
    , m_remove(new QPushButton(tr("&Remove note")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Notes"));
    m_list->setAccessibleName(tr("Notes"));
    m_text->setMaxLength(longestNote);
    m_text->setObjectName(QStringLiteral("noteText"));
    m_time->setObjectName(QStringLiteral("noteTime"));
    auto *form = new QFormLayout;
    form->addRow(tr("&Time"), m_time);
    form->addRow(tr("&What happened"), m_text);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_add, QDialogButtonBox::ActionRole);
    buttons->addButton(m_remove, QDialogButtonBox::ActionRole);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_list, 1);
    layout->addLayout(form);
    layout->addWidget(buttons);
    m_text->setFocus();
    connect(m_add, &QPushButton::clicked, this, &NotesDialog::add);
    connect(m_text, &QLineEdit::returnPressed, this, &NotesDialog::add);
    connect(m_remove, &QPushButton::clicked, this, &NotesDialog::removeCurrent);
    connect(m_list, &QListWidget::currentRowChanged, this, &NotesDialog::check);
    for (QLineEdit *edit : {m_time, m_text})
        connect(edit, &QLineEdit::textChanged, this, &NotesDialog::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    list();
}

void NotesDialog::list()
{
    m_list->clear();
    for (const AnnotationMark &note : m_notes)
        m_list->addItem(editableTime(note.from, m_zone) + QStringLiteral("  ") +
                        displayText(std::string_view(note.title), longestNote));
    m_list->setCurrentRow(m_list->count() - 1);
    check();
}

void NotesDialog::check()
{
    m_add->setEnabled(!m_text->text().trimmed().isEmpty() &&
                      parseTime(m_time->text(), m_now, m_zone).has_value());
    m_remove->setEnabled(m_list->currentRow() >= 0);
}

void NotesDialog::add()
{
    const auto at = parseTime(m_time->text(), m_now, m_zone);
    if (!at || m_text->text().trimmed().isEmpty())
        return;
    m_notes.push_back(noteMark(*at, m_text->text().trimmed()));
    std::ranges::stable_sort(m_notes, {}, &AnnotationMark::from);
    m_text->clear();
    list();
    emit changed(m_notes);
}

void NotesDialog::removeCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_notes.erase(m_notes.begin() + row);
    list();
    emit changed(m_notes);
}

} // namespace sightglass
