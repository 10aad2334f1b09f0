// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/annotationmarks.h"

#include <QDialog>
#include <QTimeZone>

#include <vector>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace sightglass {

/// The user's notes on what happened when: a list, and fields for another one.
class NotesDialog : public QDialog
{
    Q_OBJECT

public:
    /// `at`: what the field for the time begins with.
    NotesDialog(const AnnotationMarks &notes, TimestampMs at, const QTimeZone &zone,
                QWidget *parent = nullptr);

signals:
    /// All of them, in the order of their times.
    void changed(const sightglass::AnnotationMarks &notes);

private:
    void add();
    void removeCurrent();
    void list();
    void check();

    AnnotationMarks m_notes;
    TimestampMs m_now;
    QTimeZone m_zone;
    QListWidget *m_list;
    QLineEdit *m_time;
    QLineEdit *m_text;
    QPushButton *m_add;
    QPushButton *m_remove;
};

/// The mark of a note.
[[nodiscard]] AnnotationMark noteMark(TimestampMs at, const QString &text);

} // namespace sightglass
