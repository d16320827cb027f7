//! Tasks on so many threads.

use alloc::collections::{BinaryHeap, VecDeque};
use core::cmp::Reverse;
use core::time::Duration;

use workproof_prover::task_trace::{Step, Task};

/// Work on one thread, and what may begin when it has ended.
#[derive(Debug, Default)]
struct Piece {
    time: Duration,
    /// Pieces that wait for this one.
    next: Vec<usize>,
    /// How many pieces this one waits for.
    waits_for: usize,
}

/// The pieces of a task and their order.
#[derive(Debug, Default)]
pub(crate) struct Simulation {
    pieces: Vec<Piece>,
}

impl Simulation {
    pub(crate) fn new(task: &Task) -> Self {
        let mut simulation = Self::default();
        let first = simulation.add(Duration::ZERO, None);
        simulation.add_task(task, first);
        simulation
    }

    /// How many pieces take time.
    pub(crate) fn pieces(&self) -> usize {
        self.pieces.iter().filter(|piece| !piece.time.is_zero()).count()
    }

    fn add(&mut self, time: Duration, after: Option<usize>) -> usize {
        let index = self.pieces.len();
        self.pieces.push(Piece { time, ..Piece::default() });
        if let Some(after) = after {
            self.wait(index, after);
        }
        index
    }

    fn wait(&mut self, piece: usize, after: usize) {
        if let Some(before) = self.pieces.get_mut(after) {
            before.next.push(piece);
        }
        if let Some(piece) = self.pieces.get_mut(piece) {
            piece.waits_for += 1;
        }
    }

    /// Adds a task that begins after a piece; the piece it ends with.
    fn add_task(&mut self, task: &Task, mut after: usize) -> usize {
        for step in &task.steps {
            after = match step {
                Step::Alone(time) => self.add(*time, Some(after)),
                Step::SideBySide(tasks) => {
                    let ends: Vec<usize> = tasks.iter().map(|task| self.add_task(task, after)).collect();
                    let joined = self.add(Duration::ZERO, None);
                    ends.into_iter().chain([after]).for_each(|end| self.wait(joined, end));
                    joined
                }
            };
        }
        after
    }

    /// The time until all pieces have ended.
    pub(crate) fn run(&self, threads: usize) -> Duration {
        let mut waits_for: Vec<usize> = self.pieces.iter().map(|piece| piece.waits_for).collect();
        let mut ready = VecDeque::from([0]);
        let mut running: BinaryHeap<Reverse<(Duration, usize)>> = BinaryHeap::new();
        let mut now = Duration::ZERO;
        loop {
            while running.len() < threads
                && let Some(index) = ready.pop_front()
            {
                let time = self.pieces.get(index).map(|piece| piece.time).unwrap_or_default();
                running.push(Reverse((now + time, index)));
            }
            let Some(Reverse((end, index))) = running.pop() else { return now };
            now = end;
            for next in self.pieces.get(index).map(|piece| piece.next.as_slice()).unwrap_or_default() {
                if let Some(count) = waits_for.get_mut(*next) {
                    *count -= 1;
                    if *count == 0 {
                        ready.push_back(*next);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn threads_share_what_does_not_wait() {
        let alone = |seconds| Step::Alone(Duration::from_secs(seconds));
        let task = |steps: &[Step]| Task { steps: steps.to_vec() };
        // one second, then four tasks of two seconds, of which one splits up again, then one second
        let short = task(&[alone(2)]);
        let split = task(&[Step::SideBySide(vec![task(&[alone(1)]), task(&[alone(1)])])]);
        let all =
            task(&[alone(1), Step::SideBySide(vec![short.clone(), short.clone(), short, split]), alone(1)]);
        let simulation = Simulation::new(&all);
        let seconds = [1, 2, 4, 100].map(|threads| simulation.run(threads).as_secs());
        assert_eq!(seconds, [10, 6, 4, 4]);
        assert_eq!(simulation.pieces(), 7);
    }
}
