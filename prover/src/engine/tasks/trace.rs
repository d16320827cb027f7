//! The record of a run's tasks.

use core::cell::RefCell;
use core::mem::replace;
use core::time::Duration;

use nix::time::{ClockId, clock_gettime};

/// Work from a beginning to an end: its steps, one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "work is its steps")]
pub struct Task {
    /// The steps.
    pub steps: Vec<Step>,
}

/// A step of a task.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "work goes on alone or splits up")]
pub enum Step {
    /// Work on one thread.
    Alone(Duration),
    /// Tasks that may run at the same time. The step ends when all have ended.
    SideBySide(Vec<Task>),
}

/// What has been begun and not ended.
enum Open {
    Task(Vec<Step>),
    SideBySide(Vec<Task>),
}

struct Recorder {
    open: Vec<Open>,
    last: Duration,
}

/// The processor time of this thread: what others do on the machine does not count.
fn now() -> Duration {
    clock_gettime(ClockId::CLOCK_THREAD_CPUTIME_ID).map_or(Duration::ZERO, Duration::from)
}

thread_local! {
    static RECORDER: RefCell<Option<Recorder>> = const { RefCell::new(None) };
}

/// Runs work and writes its tasks down. The work must stay on this thread: call this on a rayon pool of one.
pub fn record<T>(work: impl FnOnce() -> T) -> (T, Task) {
    let begin = Recorder { open: vec![Open::Task(Vec::new())], last: now() };
    RECORDER.set(Some(begin));
    let result = work();
    let recorder = RECORDER.take().map(|mut recorder| {
        recorder.note_time();
        recorder
    });
    let steps = match recorder.and_then(|mut recorder| recorder.open.pop()) {
        Some(Open::Task(steps)) => steps,
        _ => Vec::new(),
    };
    (result, Task { steps })
}

impl Recorder {
    /// The time since the last mark belongs to whatever is open; between tasks it is the task's that waits for them.
    fn note_time(&mut self) {
        let now = now();
        let spent = now.saturating_sub(replace(&mut self.last, now));
        let waiting = self.open.iter_mut().rev().find_map(|open| match open {
            Open::Task(steps) => Some(steps),
            Open::SideBySide(_) => None,
        });
        if let Some(steps) = waiting {
            steps.push(Step::Alone(spent));
        }
    }

    fn close(&mut self) {
        self.note_time();
        match (self.open.pop(), self.open.last_mut()) {
            (Some(Open::Task(steps)), Some(Open::SideBySide(tasks))) => tasks.push(Task { steps }),
            // a task outside of `side_by_side` is a step of what it is in
            (Some(Open::Task(inner)), Some(Open::Task(steps))) => steps.extend(inner),
            (Some(Open::SideBySide(tasks)), Some(Open::Task(steps))) => steps.push(Step::SideBySide(tasks)),
            _ => {}
        }
        // reading the clock and writing down is not the work's
        self.last = now();
    }
}

/// A mark that ends when it is dropped.
pub(in crate::engine) struct Mark(());

impl Mark {
    pub(in crate::engine) fn task() -> Self {
        Self::open(Open::Task(Vec::new()))
    }

    pub(in crate::engine) fn side_by_side() -> Self {
        Self::open(Open::SideBySide(Vec::new()))
    }

    fn open(open: Open) -> Self {
        RECORDER.with_borrow_mut(|recorder| {
            if let Some(recorder) = recorder {
                recorder.note_time();
                recorder.open.push(open);
                recorder.last = now();
            }
        });
        Self(())
    }
}

impl Drop for Mark {
    fn drop(&mut self) {
        RECORDER.with_borrow_mut(|recorder| recorder.iter_mut().for_each(Recorder::close));
    }
}

impl Task {
    /// The time of all work together.
    #[must_use]
    pub fn work(&self) -> Duration {
        let step = |step: &Step| match step {
            Step::Alone(time) => *time,
            Step::SideBySide(tasks) => tasks.iter().map(Self::work).sum(),
        };
        self.steps.iter().map(step).sum()
    }

    /// The time that no number of threads can do without.
    #[must_use]
    pub fn span(&self) -> Duration {
        let step = |step: &Step| match step {
            Step::Alone(time) => *time,
            Step::SideBySide(tasks) => tasks.iter().map(Self::span).max().unwrap_or_default(),
        };
        self.steps.iter().map(step).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{join, task};
    use super::*;

    #[test]
    fn tasks_are_written_down_as_they_split_up() {
        let pause = |milliseconds| {
            let begin = now();
            while now() < begin + Duration::from_millis(milliseconds) {}
        };
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
        let ((), all) = pool.install(|| {
            record(|| {
                pause(2);
                join(|| pause(4), || task(|| pause(8)));
            })
        });
        let splits: Vec<_> = all.steps.iter().filter(|step| matches!(step, Step::SideBySide(_))).collect();
        let [Step::SideBySide(tasks)] = splits.as_slice() else { panic!("one split: {all:?}") };
        assert_eq!(tasks.len(), 2);
        assert!(all.work() >= Duration::from_millis(14), "{all:?}");
        assert!(all.span() >= Duration::from_millis(10), "{all:?}");
        assert!(all.span() + Duration::from_millis(3) < all.work(), "{all:?}");
    }
}
