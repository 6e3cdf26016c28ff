"""What single papers hold that a probe asks after: priorities, grades, samples, recommendations, cases."""
